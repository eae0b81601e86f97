"""What reaches the exception handler, with which words."""
import asyncio
import re


def handler(loop, context):
    words = {k: re.sub(r"when=[\d.]+", "when=T", re.sub("0x[0-9a-f]+", "0x", re.sub(r"at \S*?([\w.]+:\d+)", r"at \1", str(v)))) for k, v in context.items()}
    for key in sorted(words):
        print("  ", key, "=", words[key])


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    print("callback")
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    print("timer")
    loop.call_later(0.001, int, "x")
    await asyncio.sleep(0.01)
    print("done callback")
    future = loop.create_future()
    future.add_done_callback(lambda f: f.result())
    future.set_exception(KeyError("k"))
    await asyncio.sleep(0)
    print("own")
    loop.call_exception_handler({"message": "own message", "anything": 5})
    print("handler that fails")
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
