"""Debug mode: what it changes and what it does not."""
import asyncio
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format="%(name)s:%(levelname)s:%(message)s")


class Short(logging.Filter):
    def filter(self, record):
        text = record.getMessage()
        record.msg, record.args = text[:38] + " ... " + text[text.rindex(" took"):][:9], ()
        return True


logging.getLogger("asyncio").addFilter(Short())


async def slow():
    time.sleep(0.11)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    await asyncio.create_task(slow(), name="slow")
    loop.slow_callback_duration = 1
    await asyncio.create_task(slow())
    loop.set_debug(False)
    loop.slow_callback_duration = 0.01
    await asyncio.create_task(slow())
    print(loop.get_debug(), loop.slow_callback_duration)


asyncio.run(main(), debug=True)
asyncio.run(slow())
