"""Coroutines that nobody awaits, in CPython's words with the place and the hint."""
import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n


async def main():
    fetch(1)
    print("in between")
    [fetch(n) for n in (3, 4)]
    asyncio.sleep(5)


fetch(0)
asyncio.run(main())
kept = fetch(6)
raise SystemExit(4)
