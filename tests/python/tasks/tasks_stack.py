"""The stack of a suspended task."""
import asyncio
import sys


async def inner():
    await asyncio.sleep(60)


async def outer():
    await inner()


async def failing():
    raise ValueError("x")


async def main():
    task = asyncio.create_task(outer(), name="suspended")
    await asyncio.sleep(0)
    print([frame.f_code.co_name for frame in task.get_stack()])
    print([frame.f_lineno for frame in task.get_stack(limit=1)])
    task.print_stack(file=sys.stdout)
    frame = task.get_stack()[0]
    print(frame.f_locals, frame.f_back, task.get_coro().cr_frame.f_lineno)
    task.cancel()
    bad = asyncio.create_task(failing())
    await asyncio.wait([task, bad])
    print(task.get_stack())
    print([frame.f_code.co_name for frame in bad.get_stack()])
    bad.exception()
    print([frame.f_code.co_name for frame in asyncio.current_task().get_stack()][-1])


asyncio.run(main())
