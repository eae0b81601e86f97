"""A task's exception that nobody asked for is reported when the last name of the task goes."""
import asyncio


async def fail(n):
    raise ValueError(n)


def report(loop, context):
    print("report:", context["message"], repr(context["exception"]))


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    t = asyncio.create_task(fail(1))
    await asyncio.sleep(0.01)
    print("before")
    t = None
    print("after")
    t = asyncio.create_task(fail(2))
    await asyncio.sleep(0.01)
    del t
    print("deleted")
    held = [asyncio.create_task(fail(3))]
    await asyncio.wait(held)
    held.clear()
    print("cleared")
    t = asyncio.create_task(fail(4))
    await asyncio.sleep(0.01)
    print("asked", repr(t.exception()))
    t = None
    print("end")


asyncio.run(main())
print("over")
