"""Each kind of callback runs in the context of its registration."""
import asyncio
import contextvars
import threading

var = contextvars.ContextVar("var", default="default")


def say(name, *args):
    print(name, var.get())


async def main():
    loop = asyncio.get_running_loop()
    var.set("one")
    future = loop.create_future()
    future.add_done_callback(lambda f: say("future callback"))
    loop.call_soon(say, "soon")
    var.set("two")
    loop.call_later(0.001, say, "later")
    future.set_result(None)
    var.set("three")
    await asyncio.sleep(0.01)

    def thread():
        var.set("thread's")
        loop.call_soon_threadsafe(say, "threadsafe")
        say("in the thread")

    t = threading.Thread(target=thread)
    t.start()
    t.join()
    await asyncio.sleep(0.01)
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            var.set(f"task {n}")
            group.create_task(asyncio.to_thread(say, n))
            await asyncio.sleep(0.01)

    async def generator():
        for n in range(2):
            var.set(f"generator {n}")
            yield var.get()

    async for value in generator():
        print(value, var.get())


asyncio.run(main())
print(var.get())
