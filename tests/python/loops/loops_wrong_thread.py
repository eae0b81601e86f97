"""Debug mode notices calls from other threads and slow callbacks."""
import asyncio
import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message).24s")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)

    def other():
        for call in (loop.call_soon, loop.call_later):
            try:
                call(*((print,) if call == loop.call_soon else (0, print)))
                print("no error")
            except RuntimeError as error:
                print(error)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    time.sleep(0.15)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.01
    loop.call_soon(time.sleep, 0.02)
    await asyncio.sleep(0)
    coro = main()
    try:
        loop.call_soon(coro)
    except TypeError as error:
        print(str(error)[:40])
    coro.close()


logging.captureWarnings(True)
asyncio.run(main(), debug=True)
