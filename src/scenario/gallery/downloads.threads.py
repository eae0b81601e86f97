# title: Three downloads
# look: Each page takes 2 s, and all three are on their way at the same time: the last is here after 2.0 s.
# ask: Three pages of 2 s each, a thread for each. How long?
# choice: = 2 s
# choice: 6 s
# choice: 3 s
# try: Start a thread only after the one before has ended.
# variant: threads

import threading
import time

start = time.perf_counter()


def download(page):
    print(f"downloading page {page}")
    time.sleep(2)
    print(f"page {page} is here after {time.perf_counter() - start:.1f} s")


threads = []
for page in range(1, 4):
    thread = threading.Thread(target=download, args=(page,))
    thread.start()
    threads.append(thread)

for thread in threads:
    thread.join()

print("all complete")
