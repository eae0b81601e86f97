"""With logging set up, the loop reports through it."""
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="[%(levelname)s %(name)s] %(message)s")
logging.getLogger("asyncio").setLevel(logging.WARNING)


async def bad():
    raise KeyError("lost")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "said by hand", "extra": [1, 2]})
    try:
        raise ValueError("with a traceback")
    except ValueError as error:
        loop.call_exception_handler({"message": "handled", "exception": error})
    asyncio.create_task(bad(), name="lost")
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
logging.getLogger("asyncio").error("the same logger")
