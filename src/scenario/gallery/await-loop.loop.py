# title: Awaiting in a loop
# look: Each await waits for its answer before the next question is asked: a staircase. gather asks all of them first.
# ask: Five calls of 1 s, each awaited in a for loop of one coroutine. How long?
# choice: 1 s
# choice: = 5 s
# choice: It depends on the cores
# try: Make the third call fail and see what gather does with the others.
# select: one by one
# variant: one by one

import asyncio


async def fetch(n):
    await asyncio.sleep(1)
    return n * n


async def main():
    results = []
    for n in range(5):
        results.append(await fetch(n))
    print(results)


asyncio.run(main())
