import asyncio
import threading

stop = False


def hog():
    n = 0
    while not stop:
        n += 1


async def main():
    for _ in range(60):
        await asyncio.sleep(0.002)


threading.Thread(target=hog).start()
asyncio.run(main())
stop = True
