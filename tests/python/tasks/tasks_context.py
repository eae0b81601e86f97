"""Tasks and context variables: copies, given contexts, changes."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def add(n):
    var.set(var.get() + n)
    await asyncio.sleep(0)
    return var.get()


async def main():
    var.set(10)
    print(await asyncio.create_task(add(1)), var.get())
    print(await add(2), var.get())
    context = contextvars.copy_context()
    print(await asyncio.create_task(add(3), context=context), var.get(), context[var])
    print(await asyncio.create_task(add(4), context=context), context[var])
    print(await asyncio.gather(add(100), add(200)), var.get())
    task = asyncio.create_task(add(5), context=context)
    print(task.get_context() is context)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(add(6), context=context)
    print(task.result(), context[var], var.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(var.set, 1000)
    await asyncio.sleep(0)
    print(var.get())
    loop.call_soon(var.set, 1000, context=context)
    loop.call_later(0, lambda: print("later", var.get()), context=context)
    await asyncio.sleep(0.001)
    print(var.get(), context[var])
    print(await asyncio.to_thread(var.get), await asyncio.wait_for(add(7), 1), var.get())


asyncio.run(main())
with asyncio.Runner() as runner:
    context = contextvars.copy_context()
    print(runner.run(add(1), context=context), context[var], var.get())
    print(runner.run(add(2)), runner.run(add(3)), var.get())
