"""In which turn the waiters of locks, events and the like go on."""
import asyncio

turns = 0
base = 0


def turn(loop):
    global turns
    turns += 1
    loop.call_soon(turn, loop)


def say(*what):
    print(turns - base, *what)


async def with_lock(lock, name):
    async with lock:
        say(name, "has it")
        await asyncio.sleep(0)
    say(name, "left")


async def with_event(event, name):
    await event.wait()
    say(name, "saw it")


async def with_condition(condition, name):
    async with condition:
        await condition.wait()
        say(name, "notified")
        await asyncio.sleep(0)


async def round(title, thing, worker, release):
    global base
    print(title)
    tasks = [asyncio.create_task(worker(thing, name)) for name in "abc"]
    for _ in range(4):
        await asyncio.sleep(0)
    base = turns
    release()
    await asyncio.gather(*tasks)
    say("all")


async def main():
    turn(asyncio.get_running_loop())
    lock = asyncio.Lock()
    await lock.acquire()
    await round("lock", lock, with_lock, lock.release)
    semaphore = asyncio.Semaphore(0)
    await round("semaphore", semaphore, with_lock, semaphore.release)
    semaphore = asyncio.Semaphore(0)

    def twice():
        semaphore.release()
        semaphore.release()

    await round("semaphore, two at once", semaphore, with_lock, twice)
    event = asyncio.Event()
    await round("event", event, with_event, event.set)
    condition = asyncio.Condition()

    def notify():
        async def do():
            async with condition:
                condition.notify_all()

        asyncio.create_task(do())

    await round("condition", condition, with_condition, notify)


asyncio.run(main())
