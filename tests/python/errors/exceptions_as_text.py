class A(Exception):
    def __str__(self): raise RuntimeError("no")
class B(Exception):
    def __str__(self): return 3
class C(Exception):
    def __repr__(self): raise RuntimeError("no")
import traceback
for e in A(), B("x"), C("y"), C(1, 2), Exception(), Exception(""), Exception(None), Exception("a", 1), KeyError("k"), KeyError(), KeyError("a", "b"), OSError(2, "No such", "file"), OSError(2, "No", "a", 3, "b"), SystemExit(3), KeyboardInterrupt(), StopIteration(4), UnicodeError("u"), AssertionError(), ImportError("m", name="n"), Exception("two\nlines"):
    print(traceback.format_exception_only(e))
e = ValueError("noted")
e.add_note("one")
e.add_note("two\nthree")
e.__notes__.append(5)
print(traceback.format_exception_only(e))
e.__notes__ = "abc"
print(traceback.format_exception_only(e))
try: e.add_note(4)
except TypeError as x: print(x)
class Inner:
    class Err(Exception): pass
print(traceback.format_exception_only(Inner.Err("q")))
def f():
    class Loc(Exception): pass
    return Loc("l")
print(traceback.format_exception_only(f()))
import json
try: json.loads("{bad")
except ValueError as e: print(traceback.format_exception_only(e), type(e).__mro__)
import queue, threading, subprocess, asyncio, concurrent.futures
for t in queue.Empty, queue.Full, threading.BrokenBarrierError, asyncio.QueueEmpty, asyncio.CancelledError, asyncio.TimeoutError, concurrent.futures.CancelledError, asyncio.InvalidStateError, concurrent.futures.BrokenExecutor:
    print(traceback.format_exception_only(t("x")))
raise A()
