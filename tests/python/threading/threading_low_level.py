"""_thread itself: idents, locks, errors of start_new_thread, joinable handles."""
import _thread
import threading
import time

for args in ((1, ()), (print, [1]), (print, (), 3)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as e:
        print(e)
lock = _thread.allocate_lock()
lock.acquire()


def work(n, end="!"):
    print("work", n, end, threading.current_thread().name[:6], _thread.get_ident() != main)
    lock.release()


main = _thread.get_ident()
_thread.start_new_thread(work, (1,), {"end": "?"})
lock.acquire()
handle = _thread.start_joinable_thread(lambda: time.sleep(0.05))
print(handle.is_done(), handle.join(0.01), handle.is_done())
handle.join()
handle.join()
print(handle.is_done())
fresh = _thread._ThreadHandle()
for call in (fresh.join, fresh._set_done, lambda: _thread.start_joinable_thread(3)):
    try:
        call()
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)
print(_thread.stack_size(65536), _thread.stack_size(0), _thread.TIMEOUT_MAX > 1e6, _thread.error is RuntimeError)
