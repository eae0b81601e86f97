"""Many jobs, a few at a time: by a semaphore, by workers, by batches."""
import asyncio

running = most = 0


async def job(n):
    global running, most
    running += 1
    most = max(most, running)
    await asyncio.sleep(0.005 * (n % 3 + 1))
    running -= 1
    return n * n


async def by_semaphore(numbers, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(n):
        async with semaphore:
            return await job(n)

    return await asyncio.gather(*map(one, numbers))


async def by_workers(numbers, limit):
    queue, results = asyncio.Queue(), {}
    for n in numbers:
        queue.put_nowait(n)

    async def worker():
        while not queue.empty():
            n = queue.get_nowait()
            results[n] = await job(n)

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(worker())
    return [results[n] for n in numbers]


async def by_batches(numbers, limit):
    results = []
    for at in range(0, len(numbers), limit):
        results += await asyncio.gather(*map(job, numbers[at : at + limit]))
    return results


async def main():
    global most
    for way in (by_semaphore, by_workers, by_batches):
        most = 0
        print(way.__name__, await way(list(range(10)), 3), most, running)


asyncio.run(main())
