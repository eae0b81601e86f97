import contextlib, asyncio, io, os, sys
from contextlib import *
@contextmanager
def cm(name, swallow=False):
    print("enter", name)
    try: yield name.upper()
    except ValueError as e:
        print("caught", e)
        if not swallow: raise
    finally: print("exit", name)
with cm("a") as v: print(v)
with cm("b", True): raise ValueError("x")
def t(f):
    try: print("ok", f())
    except BaseException as e: print(type(e).__name__, e, e.__context__, e.__cause__)
def raising():
    with cm("c"): raise ValueError("y")
t(raising)
@cm("deco")
def fn(x): return x * 2
print(fn(4), fn(5))
@contextmanager
def none(): return; yield
@contextmanager
def twice(): yield 1; yield 2
def use(c):
    with c() as z: return z
t(lambda: use(none)); t(lambda: use(twice))
with suppress(KeyError, ZeroDivisionError): 1 / 0
print("after"); s = io.StringIO()
with redirect_stdout(s): print("captured")
print(repr(s.getvalue()))
with redirect_stderr(s): print("err", file=sys.stderr)
class C:
    def close(self): print("closed")
with closing(C()) as c: pass
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    st.enter_context(cm("s1")); st.push(lambda *e: print("push", e[0])); st.callback(print, "cb", sep="|"); r = st.enter_context(cm("s2")); print(r)
def es():
    with ExitStack() as st:
        st.push(lambda *e: True); st.callback(lambda: 1 / 0); raise KeyError("k")
t(es); st = ExitStack(); st.callback(print, "later"); moved = st.pop_all(); st.close(); moved.close()
t(lambda: ExitStack().enter_context(5))
class D(ContextDecorator):
    def __enter__(self): print("D in"); return self
    def __exit__(self, *e): print("D out", e[0]); return False
@D()
def g(): return "g"
print(g())
@asynccontextmanager
async def acm(n):
    print("ain", n)
    try: yield n
    finally: print("aout", n)
async def main():
    async with acm(1) as v: print(v)
    async with AsyncExitStack() as st: await st.enter_async_context(acm(2)); st.enter_context(cm("m")); st.push_async_callback(asyncio.sleep, 0); st.push_async_exit(lambda *e: asyncio.sleep(0))
    class A:
        async def aclose(self): print("aclosed")
    async with aclosing(A()): pass
    @acm(3)
    async def f(): return "f"
    print(await f()); 
    async with nullcontext(7) as q: print(q)
asyncio.run(main()); print(isinstance(cm("z"), AbstractContextManager), isinstance(C(), AbstractContextManager))
