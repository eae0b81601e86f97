"""A class that keeps a loop in a thread of its own."""
import asyncio
import threading


class Background:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, name="background")
        self.ready = threading.Event()

    def _run(self):
        asyncio.set_event_loop(self.loop)
        self.loop.call_soon(self.ready.set)
        self.loop.run_forever()
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()

    def __enter__(self):
        self.thread.start()
        self.ready.wait()
        return self

    def call(self, coro, timeout=None):
        return asyncio.run_coroutine_threadsafe(coro, self.loop).result(timeout)

    def __exit__(self, *args):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()


async def who(seconds):
    await asyncio.sleep(seconds)
    return threading.current_thread().name, asyncio.get_running_loop().is_running()


async def fail():
    raise LookupError("there")


with Background() as background:
    print(background.call(who(0.01)))
    try:
        background.call(fail())
    except LookupError as error:
        print(error)
    try:
        background.call(who(1), timeout=0.01)
    except TimeoutError:
        print("late")
    print(background.loop.is_running())
    for task in asyncio.all_tasks(background.loop):
        background.loop.call_soon_threadsafe(task.cancel)
    print(background.call(who(0.01))[0])
print(background.loop.is_closed(), background.thread.is_alive())
