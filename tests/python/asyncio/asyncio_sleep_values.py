import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.sleep(0), await asyncio.sleep(0.01, "value"), await asyncio.sleep(-5, "past"))
    order = []

    async def step(name, delay):
        await asyncio.sleep(delay)
        order.append(name)

    await asyncio.gather(step("c", 0.03), step("a", 0.01), step("zero", 0), step("b", 0.02), step("neg", -1))
    print(order)
    for wrong in ("1", None):
        try:
            await asyncio.sleep(wrong)
        except TypeError as e:
            print(e)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as e:
        print(e)
    start, wall = loop.time(), time.monotonic()
    await asyncio.sleep(0.05)
    print(0.045 < loop.time() - start < 0.2, 0.045 < time.monotonic() - wall < 0.2)
    start = loop.time()
    await asyncio.gather(*[asyncio.sleep(0.03) for _ in range(100)])
    print(loop.time() - start < 0.1)
    start = time.perf_counter()
    tasks = [asyncio.create_task(step(n, 0.01)) for n in range(3)]
    time.sleep(0.05)
    order.clear()
    await asyncio.gather(*tasks)
    print(order, time.perf_counter() - start > 0.05)


asyncio.run(main())
