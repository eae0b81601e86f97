"""The context of a task: one for its life, looked at from inside, from outside and after its end."""

import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def plain():
    await asyncio.sleep(0)
    return contextvars.copy_context().get(var)


async def sets(value):
    before = var.get()
    var.set(value)
    await asyncio.sleep(0)
    return before, var.get()


async def looks():
    task = asyncio.current_task()
    own = task.get_context()
    var.set("looked")
    await asyncio.sleep(0)
    return own is task.get_context(), own[var], var.get()


async def nested():
    inner = asyncio.create_task(sets("inner"))
    seen = await inner
    return seen, var.get(), inner.get_context().get(var), inner.get_context() is inner.get_context()


async def called(log):
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: log.append(var.get()))
    var.set("after the call")
    loop.call_soon(lambda: log.append(var.get()))
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(lambda f: log.append(("done", var.get())))
    var.set("later")
    future.set_result(1)
    await asyncio.sleep(0)
    context = contextvars.copy_context()
    print(context.run(lambda: (var.set("inside"), var.get())[1]), var.get())


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    first = asyncio.create_task(sets("eager"))
    print(var.get(), await first, var.get())
    context = contextvars.copy_context()
    second = context.run(asyncio.create_task, sets("run"))
    print(var.get(), await second, context.get(var))
    var.set("mine")
    third = asyncio.create_task(looks())
    print(await third, var.get(), third.get_context()[var])


async def main():
    print(await asyncio.gather(*[asyncio.create_task(c) for c in (plain(), sets("a"), sets("b"), looks())]), var.get())
    print(await nested())
    log = []
    await asyncio.create_task(called(log))
    print(log)
    var.set("main")
    print(await asyncio.gather(plain(), sets("c")), var.get())
    shared = contextvars.copy_context()
    tasks = [asyncio.create_task(sets(v), context=shared) for v in "xy"]
    print(await asyncio.gather(*tasks), shared[var], tasks[0].get_context() is shared, var.get())
    done = asyncio.create_task(sets("kept"))
    await done
    print(done.get_context()[var], len(done.get_context()))
    await asyncio.create_task(eager())


asyncio.run(main())
print(var.get())
