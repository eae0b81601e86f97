"""Who hears of a cancellation first."""
import asyncio

log = []


async def leaf(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def parent(name, children):
    try:
        await asyncio.gather(*(leaf(f"{name}.{n}") for n in range(children)))
    finally:
        log.append(f"{name} ends")


async def main():
    tasks = [asyncio.create_task(parent(name, n)) for name, n in (("a", 2), ("b", 1), ("c", 0))]
    await asyncio.sleep(0.01)
    for task in reversed(tasks):
        log.append(f"cancel {task.cancel()}")
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(*log, sep="\n")
    log.clear()
    chain = asyncio.create_task(leaf("bottom"))
    for n in range(3):
        below = chain

        async def link(below=below, n=n):
            try:
                await below
            except asyncio.CancelledError:
                log.append(f"link {n}")
                raise

        chain = asyncio.create_task(link())
    await asyncio.sleep(0.01)
    chain.cancel()
    await asyncio.wait([chain])
    print(log)


asyncio.run(main())
