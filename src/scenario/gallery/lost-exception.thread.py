# title: An exception that nobody sees
# look: An exception ends its thread and nothing else: main goes on with a hole in its results. A future hands it to whoever asks for the result.
# ask: A thread raises ValueError. What does join do in main?
# choice: It raises ValueError
# choice: = It returns as if all were well
# choice: It waits for ever
# try: Set threading.excepthook to your own function.
# select: a thread
# variant: a thread

import threading
import time

results = {}


def work(n):
    time.sleep(0.5)
    if n == 2:
        raise ValueError("no such page")
    results[n] = n * n


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))
