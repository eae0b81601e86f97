import asyncio


def handler(loop, context):
    error = context.get("exception")
    print("handler:", context["message"].split(" at ")[0], "|", repr(error), sorted(context))


async def failing(n):
    raise ValueError(n)


def bad_callback(x):
    raise RuntimeError(f"callback {x}")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(bad_callback, 1)
    loop.call_later(0.01, bad_callback, 2)
    await asyncio.sleep(0.02)
    fut = loop.create_future()
    fut.add_done_callback(lambda f: 1 / 0)
    fut.add_done_callback(lambda f: print("second callback", f.result()))
    fut.set_result("r")
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "made by hand", "extra": 1})
    for wrong in (5, "text"):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as e:
            print(e)
    task = asyncio.create_task(failing(1))
    await asyncio.sleep(0)
    try:
        await task
    except ValueError as e:
        print("retrieved", e)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
