import threading, time
from concurrent.futures import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, InvalidStateError, ThreadPoolExecutor,
    TimeoutError, as_completed, wait,
)

f = Future()
print(f.done(), f.running(), f.cancelled(), repr(f)[:7], repr(f)[-15:])
f.add_done_callback(lambda x: print("callback", x.result()))
f.set_result(5)
print(f.result(), f.exception(), f.done(), repr(f)[-29:])
f.add_done_callback(lambda x: print("at once"))
try:
    f.set_result(6)
except InvalidStateError as e:
    print("InvalidStateError", str(e)[:10])
g = Future()
print(g.cancel(), g.cancelled(), g.cancel())
try:
    g.result()
except CancelledError as e:
    print("cancelled", repr(e))
h = Future()
try:
    h.result(timeout=0.01)
except TimeoutError as e:
    print("timeout", repr(e))
h.set_exception(ValueError("v"))
print(repr(h.exception()))
try:
    h.result()
except ValueError as e:
    print(e)

def job(n):
    time.sleep(n)
    return n

with ThreadPoolExecutor(max_workers=4, thread_name_prefix="pool") as ex:
    fs = [ex.submit(job, n) for n in (0.09, 0.03, 0.06)]
    print([f.result() for f in as_completed(fs)])
    print(list(ex.map(job, [0.03, 0.02, 0.01])))
    fs = [ex.submit(job, n) for n in (0.02, 0.2)]
    done, rest = wait(fs, return_when=FIRST_COMPLETED)
    print(len(done), len(rest))
    done, rest = wait(fs, timeout=0.01)
    print(len(done), len(rest))
    result = wait(fs)
    print(len(result.done), len(result.not_done))
    print(ex.submit(lambda: threading.current_thread().name.rsplit("_", 1)[0]).result())
    try:
        list(ex.map(lambda n: 10 // n, [5, 0, 2]))
    except ZeroDivisionError as e:
        print(e)
    try:
        for f in as_completed([ex.submit(job, 0.2)], timeout=0.01):
            print("no")
    except TimeoutError as e:
        print(e)
try:
    ex.submit(job, 1)
except RuntimeError as e:
    print(e)
for bad in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(initializer=3), lambda: wait([], return_when="x")):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
ex = ThreadPoolExecutor(1)
slow = ex.submit(job, 0.05)
queued = [ex.submit(job, 0.05) for _ in range(3)]
print(queued[-1].cancel(), slow.cancel())
ex.shutdown(wait=True, cancel_futures=True)
print(slow.result(), [f.cancelled() for f in queued])

def init(x):
    local.x = x

local = threading.local()
with ThreadPoolExecutor(2, initializer=init, initargs=(4,)) as ex:
    print(ex.submit(lambda: local.x).result())
