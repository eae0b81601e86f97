"""TaskGroup at the wrong time, and what its errors look like."""
import asyncio


async def ok(n):
    return n


async def fail(n):
    raise ValueError(n)


async def main():
    tg = asyncio.TaskGroup()
    c = ok(1)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e).split(" at 0x")[0], e.args[0][-20:])
    c.close()
    async with tg:
        t = tg.create_task(ok(2), name="named", context=None)
        print(t.get_name(), repr(tg).split(" at ")[0])
    c = ok(3)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(str(e)[-12:])
    c.close()
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(str(e)[-25:])
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(fail(1))
            g.create_task(fail(2))
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as e:
                print("body cancelled", repr(e), asyncio.current_task().cancelling())
                raise LookupError("from body")
    except* ValueError as eg:
        print("values", eg.exceptions, eg)
    except* LookupError as eg:
        print("lookups", eg.exceptions)
    print(asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as g:
            t = g.create_task(asyncio.sleep(1))
            t.cancel()
        print("a cancelled child is no error", t.cancelled())
    except BaseExceptionGroup as e:
        print(e)
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(ok(1))
            raise KeyError("body")
    except BaseExceptionGroup as e:
        print(repr(e))


asyncio.run(main())
