"""A comprehension that awaits makes the generator expression around it asynchronous."""

import asyncio


async def numbers(xs):
    for x in xs:
        await asyncio.sleep(0)
        yield x


async def main():
    print([[i + j async for i in numbers([1, 2])] for j in [10, 20]])
    print(sorted({sum([i async for i in numbers(range(j))]) for j in [3, 5]}))
    print({j: {i: i + j async for i in numbers([1, 2])} for j in [10, 20]})
    g = ([i + j async for i in numbers([1, 2])] for j in [10, 20])
    print(type(g).__name__, [x async for x in g])
    h = ({i async for i in numbers([1])} or j for j in [10])
    print(type(h).__name__, [x async for x in h])
    print(type(i async for i in numbers([1])).__name__, type(await asyncio.sleep(0, x) for x in [1]).__name__)
    print([y async for y in (x * 2 async for x in numbers([1, 2]))])
    try:
        list([x async for x in numbers([1])] for _ in [1])
    except TypeError as e:
        print(e)


asyncio.run(main())
