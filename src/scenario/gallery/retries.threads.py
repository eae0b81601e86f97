# title: Trying again, later and later
# look: Each failure doubles the pause before the next try: 0.5, 1, 2 s. The server gets time to recover.
# ask: Three tries fail at once, the fourth succeeds; the pauses are 0.5, 1 and 2 s. How long until the answer?
# choice: 1.5 s
# choice: = 3.5 s
# choice: 8 s
# try: Add a random part to the pause, so that many clients do not come back at the same moment.
# variant: sequential

import time


class Server:
    def __init__(self, failures):
        self.failures = failures

    def ask(self):
        if self.failures:
            self.failures -= 1
            raise ConnectionError("overloaded")
        return "answer"


def with_retries(call, tries=5, pause=0.5):
    for n in range(tries):
        try:
            return call()
        except ConnectionError as e:
            print(f"try {n + 1}: {e}, again in {pause} s")
            time.sleep(pause)
            pause *= 2
    raise TimeoutError("gave up")


start = time.perf_counter()
print(with_retries(Server(failures=3).ask))
print(f"{time.perf_counter() - start:.1f} s")
