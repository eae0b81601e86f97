"""Retries with growing limits, and a deadline over all of them."""
import asyncio

attempts = 0


async def flaky(seconds):
    global attempts
    attempts += 1
    await asyncio.sleep(seconds / attempts)
    if attempts % 3 == 0:
        raise ConnectionError(f"attempt {attempts}")
    return f"attempt {attempts}"


async def retry(seconds, limit, tries):
    for n in range(tries):
        try:
            async with asyncio.timeout(limit * 2**n):
                return await flaky(seconds)
        except (TimeoutError, ConnectionError) as error:
            print("retry", n, type(error).__name__, error)
            await asyncio.sleep(0.01 * 2**n)
    raise RuntimeError("no more tries")


async def main():
    global attempts
    print(await retry(0.2, 0.03, 6))
    attempts = 0
    try:
        async with asyncio.timeout(0.12):
            print(await retry(2, 0.05, 9))
    except TimeoutError:
        print("deadline", attempts)
    attempts = 2
    try:
        await retry(0.001, 1, 1)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
