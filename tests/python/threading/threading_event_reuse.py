"""Events: wait gives what the flag was, clear between waits, many waiters at once."""
import threading
import time

e = threading.Event()
print(e.wait(0), e.wait(0.01), e.is_set(), repr(e).split(" at ")[0], repr(e).split(": ")[1])
e.set()
print(e.wait(), e.wait(0), repr(e).split(": ")[1])
e.clear()
answers = []
threads = [threading.Thread(target=lambda: answers.append(e.wait(1))) for _ in range(5)]
for t in threads:
    t.start()
time.sleep(0.01)
e.set()
e.clear()
for t in threads:
    t.join()
print(answers, e.is_set())
late = threading.Timer(0.12, e.set)
late.start()
started = time.monotonic()
print(e.wait(0.02), e.wait(1), round(time.monotonic() - started, 1))
