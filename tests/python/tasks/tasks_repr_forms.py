"""Reprs of tasks, futures, handles and loops in their states."""
import asyncio
import re

clean = lambda o: re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"when=[0-9.]+", "when=W", re.sub(r"/[^ ]*/", "", repr(o))))


async def work(x):
    await asyncio.sleep(x)
    return "r"


def call(*a):
    pass


class C:
    def method(self, *a): pass
    def __repr__(self): return "<C>"


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(work(0.01), name="t")
    print(clean(t))
    await asyncio.sleep(0)
    print(clean(t))
    t.add_done_callback(call)
    t.add_done_callback(C().method)
    t.add_done_callback(lambda t: None)
    print(clean(t))
    await t
    print(clean(t))
    u = asyncio.create_task(work(5), name="u")
    await asyncio.sleep(0)
    u.cancel("why")
    print(clean(u))
    try:
        await u
    except asyncio.CancelledError as e:
        print(repr(e), e.args)
    print(clean(u))
    f = loop.create_future()
    print(clean(f))
    f.add_done_callback(call)
    print(clean(f))
    f.set_exception(ValueError("v" * 60))
    print(clean(f))
    f.exception()
    g = loop.create_future()
    g.set_result("x" * 200)
    print(clean(g))
    g = loop.create_future()
    g.cancel()
    print(clean(g))
    h = loop.call_soon(call, 1, "two", [3])
    print(clean(h))
    h.cancel()
    print(clean(h), h.cancelled())
    k = loop.call_later(5, call)
    print(clean(k))
    k.cancel()
    print(clean(k))
    import functools
    print(clean(loop.call_soon(functools.partial(call, 1), 3)), clean(loop.call_soon(C().method, 4)))
    print(clean(loop), clean(asyncio.timeout(5)))


asyncio.run(main())
