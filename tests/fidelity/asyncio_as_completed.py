"""Tasks in the order of their ends, with a pause after each."""
import asyncio


async def main():
    for next_one in asyncio.as_completed([asyncio.sleep(s, s) for s in (0.3, 0.1, 0.2, 0.5)]):
        await next_one
        await asyncio.sleep(0.07)


asyncio.run(main())
