"""A loop of the program's own that skips the waiting."""
import asyncio
import time


class Skipping(asyncio.SelectorEventLoop):
    ahead = 0.0

    def time(self):
        return super().time() + self.ahead

    def skip(self, seconds):
        self.ahead += seconds


async def main():
    loop = asyncio.get_running_loop()
    begin, real = loop.time(), time.monotonic()
    sleeper = asyncio.create_task(asyncio.sleep(3600, "slept an hour"))
    await asyncio.sleep(0)
    loop.skip(3600)
    print(await sleeper, loop.time() - begin >= 3600, time.monotonic() - real < 5)
    try:
        async with asyncio.timeout(60):
            loop.skip(61)
            await asyncio.sleep(30)
    except TimeoutError:
        print("late")


asyncio.run(main(), loop_factory=Skipping)
