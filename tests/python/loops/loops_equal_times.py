"""Tasks that sleep equally long wake in one turn, as epoll counts in milliseconds."""
import asyncio


async def work(n):
    await asyncio.sleep(0.02)
    return n


async def fail(n):
    await asyncio.sleep(0.02)
    raise ValueError(n)


async def main():
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    print(await tasks[0], [t.done() for t in tasks])
    tasks = [asyncio.create_task(work(n)) for n in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(3):
                group.create_task(fail(n))
    except* ValueError as error:
        print(error.exceptions)
    print(await asyncio.gather(fail(1), fail(2), work(3), return_exceptions=True))
    try:
        async with asyncio.timeout(0.02):
            await work(4)
    except TimeoutError:
        print("the limit was first")


asyncio.run(main())
