"""Names of tasks: given, counted, changed."""
import asyncio


async def nothing():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    a, b = asyncio.create_task(nothing()), asyncio.create_task(nothing(), name="given")
    c = asyncio.create_task(nothing(), name=12)
    print(a.get_name(), b.get_name(), repr(c.get_name()))
    a.set_name(("tuple", 1))
    print(repr(a.get_name()), await a)
    print(await b, await c)
    d = asyncio.ensure_future(nothing())
    print(d.get_name(), await asyncio.gather(nothing(), nothing(), d))
    async with asyncio.TaskGroup() as group:
        e = group.create_task(nothing(), name="in group")
    print(e.get_name(), e.result())
    print(asyncio.Task(nothing()).get_name())
    f = asyncio.create_task(nothing(), name=None)
    print(f.get_name())
    await f
    f.set_name(None)
    print(repr(f.get_name()))


asyncio.run(main())
asyncio.run(main())
