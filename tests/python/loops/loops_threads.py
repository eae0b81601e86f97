"""A loop in each thread."""
import asyncio
import threading


async def name():
    await asyncio.sleep(0.01)
    return threading.current_thread().name


results = {}


def run(n):
    results[n] = asyncio.run(name())


threads = [threading.Thread(target=run, args=(n,), name=f"T{n}") for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))


def no_loop():
    for call in (asyncio.get_event_loop, asyncio.get_running_loop):
        try:
            call()
        except RuntimeError as error:
            print(error)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    print(asyncio.get_event_loop() is loop, asyncio._get_running_loop())
    print(loop.run_until_complete(name()))
    loop.close()
    try:
        asyncio.set_event_loop(5)
    except TypeError as error:
        print(error)


thread = threading.Thread(target=no_loop, name="bare")
thread.start()
thread.join()
