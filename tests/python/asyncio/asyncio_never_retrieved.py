import asyncio


async def failing(n):
    raise ValueError(n)


def handler(loop, context):
    print(context["message"], repr(context["exception"]), "future" in context)


def lose():
    asyncio.create_task(failing("lost"))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    seen = asyncio.create_task(failing("seen"))
    await asyncio.wait([seen])
    print(repr(seen.exception()))
    results = await asyncio.gather(failing("a"), failing("b"), return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(failing("c"), failing("d"))
    except ValueError as e:
        print("raised", e)
    await asyncio.sleep(0.01)
    lose()
    await asyncio.sleep(0.01)
    print("main ends")


asyncio.run(main())
