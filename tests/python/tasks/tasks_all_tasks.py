"""all_tasks and current_task, inside and outside."""
import asyncio


async def nap(seconds=0.01):
    await asyncio.sleep(seconds)


async def main():
    names = lambda: sorted(t.get_name() for t in asyncio.all_tasks())
    print(names())
    tasks = [asyncio.create_task(nap(0.01 + n / 50), name=f"nap {n}") for n in range(3)]
    print(names(), asyncio.current_task() in asyncio.all_tasks())
    await tasks[0]
    print(names())
    tasks[1].cancel()
    print(names())
    await asyncio.gather(*tasks, return_exceptions=True)
    print(names())
    loop = asyncio.get_running_loop()
    print(len(asyncio.all_tasks(loop)), asyncio.current_task(loop).get_name())
    loop.call_soon(lambda: print("in a callback", asyncio.current_task()))
    await asyncio.sleep(0)
    other = asyncio.new_event_loop()
    print(asyncio.all_tasks(other), asyncio.current_task(other))
    other.close()


asyncio.run(main())
for call in (asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop):
    try:
        call()
    except RuntimeError as error:
        print(call.__name__, error)
coro = nap()
try:
    asyncio.create_task(coro)
except RuntimeError as error:
    print(error)
coro.close()
