"""Contexts of tasks and callbacks."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def child(n):
    before = var.get()
    var.set(n)
    await asyncio.sleep(0)
    return before, var.get()


def call(tag):
    print(tag, var.get())


async def main():
    loop = asyncio.get_running_loop()
    var.set("main")
    print(await asyncio.gather(child(1), child(2)), var.get())
    ctx = contextvars.copy_context()
    ctx.run(var.set, "ctx")
    print(await asyncio.create_task(child(3), context=ctx), ctx[var])
    loop.call_soon(call, "soon")
    loop.call_soon(call, "ctx", context=ctx)
    var.set("later")
    await asyncio.sleep(0)
    f = loop.create_future()
    f.add_done_callback(lambda f: call("done"))
    f.add_done_callback(lambda f: call("done ctx"), context=ctx)
    f.set_result(1)
    await asyncio.sleep(0)
    t = asyncio.create_task(child(9))
    print(t.get_context()[var], await asyncio.to_thread(var.get))
    await t
    token = var.set("tok")
    var.reset(token)
    for bad in (lambda: var.reset(token), lambda: contextvars.ContextVar("x").get(), lambda: ctx.run(lambda: ctx.run(print))):
        try:
            bad()
        except Exception as e:
            print(type(e).__name__, str(e).split(" at 0x")[0].split("<")[0])


asyncio.run(main())
