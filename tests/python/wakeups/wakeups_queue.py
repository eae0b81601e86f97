"""In which turn getters and putters of a queue go on."""
import asyncio

turns = 0
base = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


async def getter(queue, name):
    item = await queue.get()
    print(turns - base, name, "got", item)


async def putter(queue, item):
    await queue.put(item)
    print(turns - base, "put", item)


async def main():
    global base
    turn(asyncio.get_running_loop())
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(queue, name)) for name in "abc"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    base = turns
    queue.put_nowait(1)
    queue.put_nowait(2)
    print("stolen", await queue.get())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    queue.put_nowait(3)
    await queue.put(4)
    await asyncio.gather(*tasks)
    base = turns
    bounded = asyncio.Queue(1)
    tasks = [asyncio.create_task(putter(bounded, n)) for n in range(4)]
    for _ in range(4):
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(turns - base, "taken", bounded.get_nowait())
    await asyncio.gather(*tasks)
    bounded = asyncio.Queue(1)
    base = turns
    await asyncio.gather(*(putter(bounded, n) for n in range(3)), *(getter(bounded, n) for n in "xyz"))


asyncio.run(main())
