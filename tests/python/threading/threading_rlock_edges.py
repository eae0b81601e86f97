"""An RLock belongs to a thread and counts."""
import threading

lock = threading.RLock()
print([lock.acquire() for _ in range(3)], lock._is_owned(), lock._recursion_count())


def other(out):
    out.append(lock.acquire(False))
    out.append(lock.acquire(timeout=0.01))
    out.append((lock._is_owned(), lock._recursion_count()))
    try:
        lock.release()
    except RuntimeError as e:
        out.append(str(e))


out = []
t = threading.Thread(target=other, args=(out,))
t.start()
t.join()
print(out)
for _ in range(3):
    lock.release()
print(lock._is_owned(), lock._recursion_count())
try:
    lock.release()
except RuntimeError as e:
    print(e)
try:
    lock.acquire(False, 1)
except ValueError as e:
    print(e)
with lock, lock:
    print(lock._recursion_count())
print(repr(lock).split(" at ")[0])
