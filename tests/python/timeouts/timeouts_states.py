"""Timeout objects in each of their states."""
import asyncio
import re


def show(timeout):
    print(re.sub(r"when=[\d.]+", "when=T", repr(timeout)), timeout.expired(), timeout.when() is None)


async def main():
    show(asyncio.timeout(None))
    async with asyncio.timeout(None) as timeout:
        show(timeout)
        timeout.reschedule(asyncio.get_running_loop().time() + 60)
        show(timeout)
        timeout.reschedule(None)
        show(timeout)
    show(timeout)
    try:
        async with asyncio.timeout(0.01) as timeout:
            try:
                await asyncio.sleep(1)
            finally:
                show(timeout)
    except TimeoutError as error:
        print(repr(error), type(error.__cause__).__name__)
        show(timeout)
    for step in ("reschedule", "enter"):
        try:
            if step == "enter":
                await timeout.__aenter__()
            else:
                timeout.reschedule(5)
        except RuntimeError as error:
            print(error)
    fresh = asyncio.timeout(1)
    try:
        fresh.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with asyncio.timeout_at(asyncio.get_running_loop().time() + 1) as timeout:
        show(timeout)


asyncio.run(main())


async def outside():
    async with asyncio.timeout(1):
        pass


coro = outside()
try:
    coro.send(None)
except RuntimeError as error:
    print(error)
