"""Eager tasks: exceptions, cancellation, contexts, current_task."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="outside")


async def fail():
    raise ValueError("at once")


async def show():
    print("inside", asyncio.current_task().get_name(), var.get())
    var.set("changed")


async def nested(depth):
    if depth:
        inner = asyncio.create_task(nested(depth - 1), name=f"level {depth - 1}")
        print(asyncio.current_task().get_name(), inner.done())
        await inner
    return depth


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(fail())
    print(task.done(), repr(task.exception()))
    var.set("main")
    asyncio.create_task(show(), name="show")
    print(var.get(), asyncio.current_task().get_name())
    context = contextvars.copy_context()
    asyncio.create_task(show(), name="with context", context=context)
    print(context[var], var.get())
    print(await asyncio.create_task(nested(3), name="level 3"))
    task = asyncio.create_task(slow())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), len(asyncio.all_tasks()))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(fail())
    except* ValueError as error:
        print(error.exceptions)
    print(await asyncio.gather(fail(), nested(0), return_exceptions=True))


asyncio.run(main())
