import asyncio
import threading


def other(results):
    loop = asyncio.new_event_loop()
    results.append(loop)
    results.append(loop.create_future())
    loop.close()


async def main():
    results = []
    thread = threading.Thread(target=other, args=(results,))
    thread.start()
    thread.join()
    foreign = results[1]
    for act in (lambda: asyncio.gather(foreign, asyncio.get_running_loop().create_future()),
                lambda: asyncio.ensure_future(foreign, loop=asyncio.get_running_loop())):
        try:
            act()
        except ValueError as e:
            print(e)

    async def waits():
        await foreign

    try:
        await asyncio.create_task(waits())
    except RuntimeError as e:
        text = str(e)
        print(text.split(" name=")[0], "...", text[text.index(" attached"):])
    lock = asyncio.Lock()
    await lock.acquire()

    async def use():
        await lock.acquire()

    def in_thread():
        try:
            asyncio.run(use())
        except RuntimeError as e:
            print(str(e).rsplit("> ", 1)[-1])

    waiting = asyncio.create_task(use())
    await asyncio.sleep(0)
    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    lock.release()
    await waiting
    print(lock.locked())


asyncio.run(main())


def no_loop():
    try:
        asyncio.get_event_loop()
    except RuntimeError as e:
        print(e)


thread = threading.Thread(target=no_loop, name="bare")
thread.start()
thread.join()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(asyncio.sleep(0, "ran")))
loop.close()
