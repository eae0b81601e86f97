import inspect, signal, gc, weakref, platform, errno, atexit, timeit, functools, sys, os
def f(): pass
async def g(): pass
def h(): yield 1
async def k(): yield 1
class A:
    "Doc"
    def m(self): pass
print(inspect.iscoroutinefunction(g), inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(h), inspect.isasyncgenfunction(k))
c=g(); print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.isgenerator(h())); c.close()
print(inspect.isfunction(f), inspect.isclass(A), inspect.ismethod(A().m), inspect.isbuiltin(len), inspect.getdoc(A))
print(signal.SIGINT, int(signal.SIGTERM), signal.Signals(9).name, repr(signal.SIGTERM))
a=A(); r=weakref.ref(a); print(r() is a); d=weakref.WeakValueDictionary(); d['a']=a; print(d['a'] is a, len(d)); s=weakref.WeakSet([a]); print(a in s)
k2=weakref.WeakKeyDictionary(); k2[a]=1; print(k2[a])
print(timeit.timeit(f, number=10) >= 0, len(timeit.repeat(f, number=10, repeat=2)), timeit.timeit("1+1", number=10) >= 0)
print(sys.getsizeof(1), sys.getsizeof(""), sys.getsizeof([]), sys.getsizeof({}), sys.getsizeof("abc"), sys.getsizeof(1.0), sys.getsizeof((1,2)), sys.getsizeof(True), sys.getsizeof(None), sys.getsizeof(b"ab"), sys.getsizeof(2**40))
def rec(n): return 0 if n==0 else 1+rec(n-1)
try: rec(2000)
except RecursionError as e: print(e)
sys.setrecursionlimit(5000); print(rec(3000))
print(os.path.exists("/nonexistent"), os.path.join("a","b"))
from threading import *
print(Lock, type(Lock()).__name__, isinstance(Lock(), type(Lock())))
