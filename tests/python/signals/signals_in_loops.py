"""add_signal_handler: in the loop, replaced, removed."""
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def on(name, n):
        print("signal", name, n)
        done.set()

    loop.add_signal_handler(signal.SIGUSR1, on, "usr1", 1)
    os.kill(os.getpid(), signal.SIGUSR1)
    await asyncio.wait_for(done.wait(), 1)
    done.clear()
    loop.add_signal_handler(signal.SIGUSR1, on, "again", 2)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.wait_for(done.wait(), 1)
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    for bad in (signal.SIGKILL, 1000, "x"):
        try:
            loop.add_signal_handler(bad, print)
        except Exception as e:
            print(type(e).__name__, e)
    try:
        loop.add_signal_handler(signal.SIGINT, main())
    except TypeError as e:
        print(e)


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
