import asyncio
import contextvars

name = contextvars.ContextVar("name", default="none")


async def child(n):
    before = name.get()
    name.set(f"child {n}")
    await asyncio.sleep(0)
    return before, name.get()


def show(label):
    print(label, name.get())


async def main():
    name.set("main")
    print(await asyncio.gather(child(1), child(2)), name.get())
    print(await child(3), name.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(show, "soon")
    name.set("changed")
    ctx = contextvars.copy_context()
    ctx.run(name.set, "other")
    loop.call_soon(show, "plain")
    loop.call_soon(show, "in other", context=ctx)
    await asyncio.sleep(0)
    handle = loop.call_soon(lambda: name.set("callback"), context=ctx)
    await asyncio.sleep(0)
    print(name.get(), ctx[name], handle.get_context() is ctx)
    task = asyncio.create_task(child(4), context=ctx)
    print(await task, ctx[name], task.get_context() is ctx)
    fut = loop.create_future()
    fut.add_done_callback(lambda f: show("done callback"))
    fut.add_done_callback(lambda f: show("done in ctx"), context=ctx)
    name.set("later")
    fut.set_result(None)
    await asyncio.sleep(0)

    async def generator():
        name.set("in generator")
        yield name.get()

    async for value in generator():
        print(value, name.get())
    token = name.set("temporary")
    name.reset(token)
    print(name.get(), token.old_value, token.var is name)
    async with asyncio.TaskGroup() as group:
        t = group.create_task(child(5), context=contextvars.Context())
    print(t.result())


asyncio.run(main())
print(name.get())
