import asyncio


async def fetch(n, results):
    await asyncio.sleep(0.01 * (5 - n))
    results.append(n)
    return {"id": n, "name": f"user{n}"}


async def retrying(attempts):
    for attempt in range(1, attempts + 1):
        try:
            if attempt < 3:
                raise ConnectionError(f"attempt {attempt}")
            return f"worked at {attempt}"
        except ConnectionError as error:
            print("failed:", error)
            await asyncio.sleep(0.01 * 2 ** attempt)
    return "gave up"


class Pool:
    def __init__(self, size):
        self.free = asyncio.Queue()
        for n in range(size):
            self.free.put_nowait(f"connection {n}")

    async def __aenter__(self):
        self.current = await self.free.get()
        return self.current

    async def __aexit__(self, *error):
        await self.free.put(self.current)


async def stage(name, source, target):
    while True:
        item = await source.get()
        if item is None:
            await target.put(None)
            return
        await target.put(f"{item}>{name}")


async def main():
    order = []
    users = await asyncio.gather(*(fetch(n, order) for n in range(5)))
    print(order, [user["name"] for user in users])
    print(await retrying(5))
    pool = Pool(1)
    async with pool as connection:
        print(connection)
    queues = [asyncio.Queue() for _ in range(3)]
    stages = [asyncio.create_task(stage(name, queues[i], queues[i + 1])) for i, name in enumerate("xy")]
    for n in range(3):
        await queues[0].put(n)
    await queues[0].put(None)
    await asyncio.gather(*stages)
    while not queues[2].empty():
        print(queues[2].get_nowait(), end=" ")
    print()
    delays = [0.04, 0.01, 0.07, 0.1]
    tasks = {asyncio.create_task(asyncio.sleep(delay, i)): delay for i, delay in enumerate(delays)}
    finished = []
    while tasks:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            finished.append(task.result())
            del tasks[task]
    print(finished == sorted(range(4), key=lambda i: delays[i]))


asyncio.run(main())
