"""One failing callback does not stop the others."""
import asyncio


def boom(n):
    raise RuntimeError(f"boom {n}")


async def main():
    loop = asyncio.get_running_loop()
    seen = []

    def handler(loop, context):
        seen.append(str(context["exception"]))

    loop.set_exception_handler(handler)
    for n in range(3):
        loop.call_soon(boom, n)
        loop.call_soon(seen.append, f"fine {n}")
    loop.call_later(0.001, boom, "late")
    future = loop.create_future()
    future.add_done_callback(boom)
    future.add_done_callback(lambda f: seen.append("second callback"))
    future.set_result("f")
    await asyncio.sleep(0.01)
    print([s.split(" <")[0] for s in seen])

    def bad_handler(loop, context):
        raise KeyError("handler")

    loop.set_exception_handler(bad_handler)
    loop.call_soon(seen.clear)
    await asyncio.sleep(0)
    print(seen)


asyncio.run(main())
