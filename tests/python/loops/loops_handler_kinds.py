"""A handler of one's own sees every context; one that fails is reported itself."""
import asyncio
import gc
import re


def show(loop, context):
    text = {k: re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"/[^ ]*/", "", repr(v))) for k, v in sorted(context.items())}
    print(text)


async def fail():
    raise ValueError("never asked for")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(show)
    print(loop.get_exception_handler() is show)
    t = asyncio.create_task(fail(), name="failing")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    gc.collect()
    f = loop.create_future()
    f.set_exception(KeyError("dropped"))
    del f
    gc.collect()
    loop.call_soon(lambda: [][1])
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "extra": 5})
    try:
        loop.set_exception_handler("no")
    except TypeError as e:
        print(e)
    loop.set_exception_handler(None)


asyncio.run(main())
