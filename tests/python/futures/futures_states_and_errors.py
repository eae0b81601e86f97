"""A bare Future: its states, what each allows, and its repr."""
from concurrent import futures

f = futures.Future()
show = lambda: repr(f).split(" ", 3)[3].rstrip(">")
print(show(), f.running(), f.done(), f.cancelled())
for call in (lambda: f.result(0), lambda: f.exception(timeout=0.01)):
    try:
        call()
    except futures.TimeoutError as e:
        print(type(e).__name__, e, futures.TimeoutError is TimeoutError)
print(f.set_running_or_notify_cancel(), show(), f.cancel(), f.running())
f.set_result(3)
print(show(), f.result(), f.exception(), f.cancel())
for call in (lambda: f.set_result(1), lambda: f.set_exception(OSError())):
    try:
        call()
    except futures.InvalidStateError as e:
        print(str(e).split(":")[0])
f = futures.Future()
print(f.cancel(), f.cancel(), show(), f.cancelled(), f.done(), f.set_running_or_notify_cancel(), show())
for call in (f.result, f.exception):
    try:
        call()
    except futures.CancelledError as e:
        print(repr(e))
f = futures.Future()
f.set_exception(KeyError("k"))
print(show(), repr(f.exception()))
try:
    f.result()
except KeyError as e:
    print(e)
