"""Exceptions that nobody can catch go to sys.unraisablehook."""
import _thread
import sys
import time
import weakref


def hook(u):
    print(u.exc_type.__name__, u.exc_value, (u.err_msg or "").split(" <")[0], getattr(u.object, "__name__", None))


sys.unraisablehook = hook


def bad():
    raise OSError("gone")


_thread.start_new_thread(bad, ())
time.sleep(0.05)
_thread.start_new_thread(sys.exit, ())
time.sleep(0.05)


class A:
    def __del__(self):
        raise KeyError("k")


a = A()
del a


class B:
    pass


def callback(ref):
    raise ValueError("dead")


b = B()
r = weakref.ref(b, callback)
del b
print(r())
