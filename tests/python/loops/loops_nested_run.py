"""asyncio.run again and again, in functions, in failures, and where it must not be."""
import asyncio


async def value(n):
    await asyncio.sleep(0)
    return n


async def inside():
    coro = value(1)
    for call in (asyncio.run, asyncio.get_running_loop().run_until_complete):
        try:
            call(coro)
        except RuntimeError as error:
            print(error)
    coro.close()
    return await asyncio.to_thread(asyncio.run, value("in a thread"))


print([asyncio.run(value(n)) for n in range(3)])
print(asyncio.run(inside()))
for bad in (None, [], value):
    try:
        asyncio.run(bad)
    except ValueError as error:
        print(str(error).split(" <")[0])
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)


async def loops():
    return id(asyncio.get_running_loop())


print(asyncio.run(loops()) is not None, asyncio._get_running_loop())
