from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor, CancelledError
import threading

fut = Future()
order = []
fut.add_done_callback(lambda f: order.append("first"))
fut.add_done_callback(lambda f: order.append(("second", f.result())))
print(fut.done(), fut.running(), fut.cancelled(), repr(fut).split(" ")[-1])
print(fut.set_running_or_notify_cancel(), fut.running(), fut.cancel(), repr(fut).split(" ")[-1])
fut.set_result(5)
fut.add_done_callback(lambda f: order.append("late, at once"))
print(order, fut.result(), fut.exception(), repr(fut).split("state=")[1])
for act in (lambda: fut.set_result(1), lambda: fut.set_exception(ValueError())):
    try:
        act()
    except InvalidStateError as e:
        print(type(e).__name__, str(e).split(":")[0])
bad = Future()
bad.set_exception(KeyError("k"))
print(repr(bad.exception()), repr(bad).split("state=")[1])
try:
    bad.result()
except KeyError as e:
    print("raised", e)
gone = Future()
gone.add_done_callback(lambda f: print("told of the cancellation", f.cancelled()))
print(gone.cancel(), gone.cancel(), gone.set_running_or_notify_cancel(), repr(gone).split(" ")[-1])
for ask in (gone.result, gone.exception):
    try:
        ask()
    except CancelledError as e:
        print("cancelled", e.args)
try:
    Future().result(timeout=0.01)
except TimeoutError as e:
    print("timeout", e.args)
waiting = Future()
threading.Timer(0.02, waiting.set_result, ["from a timer"]).start()
print(waiting.result(timeout=1))
with ThreadPoolExecutor(1) as pool:
    names = []
    f = pool.submit(lambda: 1)
    f.result()
    f.add_done_callback(lambda f: names.append(threading.current_thread().name))
    print(names)
    g = pool.submit(pow, 2, 10)
    h = pool.submit(divmod, 1, 0)
    print(g.result(), type(h.exception()).__name__)
