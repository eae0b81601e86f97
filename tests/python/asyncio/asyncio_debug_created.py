# In debug mode futures, tasks and handles know where they were made, and reports tell it.
import asyncio
import os
import sys


async def f():
    await asyncio.sleep(0.01)


def short(text):
    return text.replace(os.path.dirname(asyncio.__file__), "asyncio").replace(os.path.dirname(__file__) + "/", "")


def told(loop, context):
    print(context["message"], type(context.get("exception")).__name__, sorted(context))
    print([place.name for place in context["source_traceback"]])


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(f(), name="x")
    print(short(repr(task)).partition(" created at ")[2])
    print([place.name for place in task._source_traceback])
    await task
    print(short(repr(loop.create_future())).partition(" created at ")[2])
    async with asyncio.TaskGroup() as group:
        print(short(repr(group.create_task(f()))).partition(" created at ")[2])
    loop.call_soon(print, "b")
    print("print('a', 5)" in repr(loop.call_later(0, print, "a", 5)))
    loop.set_exception_handler(told)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.01)


asyncio.run(main(), debug=True)
