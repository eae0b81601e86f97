"""asyncio.Queue: errors, reprs, cancelled getters, shutdown."""
import asyncio


async def attempt(what, call):
    try:
        r = call()
        if asyncio.iscoroutine(r):
            r = await r
        print(what, r)
    except BaseException as e:
        print(what, type(e).__name__, e)


async def main():
    q = asyncio.Queue(2)
    await attempt("empty", q.get_nowait)
    await attempt("done", q.task_done)
    q.put_nowait(1)
    q.put_nowait("x")
    await attempt("full", lambda: q.put_nowait(3))
    print(str(q), q.maxsize, q.qsize(), q.full(), q.empty())
    print(repr(q).replace(hex(id(q)), "0x"))
    await attempt("timeout", lambda: asyncio.wait_for(q.put(3), 0.01))
    print(await q.get(), await q.get())
    getter = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print(str(q).replace(hex(id(q)), "0x"))
    getter.cancel()
    await attempt("cancelled", lambda: asyncio.wait_for(getter, 1))
    q.put_nowait(7)
    print(str(q))
    q.shutdown()
    await attempt("put", lambda: q.put(1))
    await attempt("put_nowait", lambda: q.put_nowait(1))
    print(await q.get())
    await attempt("get", q.get)
    await attempt("get_nowait", q.get_nowait)
    q.task_done(); q.task_done(); q.task_done()
    await attempt("join", q.join)
    await attempt("done", q.task_done)
    p = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (1, "a")):
        p.put_nowait(item)
    print([p.get_nowait() for _ in range(3)], str(p))
    l = asyncio.LifoQueue()
    [l.put_nowait(i) for i in range(3)]
    print([await l.get() for _ in range(3)], asyncio.Queue[int])


asyncio.run(main())
