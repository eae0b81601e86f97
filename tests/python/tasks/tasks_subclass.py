"""Tasks and futures of the program's own classes."""
import asyncio


class Named(asyncio.Task):
    def __init__(self, coro, **kwargs):
        super().__init__(coro, **kwargs)
        self.extra = "extra"

    def cancel(self, msg=None):
        print("cancel called") if msg else None
        return super().cancel(msg=msg)


class Loud(asyncio.Future):
    def set_result(self, result):
        print("set", result)
        super().set_result(result)


async def work():
    await asyncio.sleep(60)


def factory(loop, coro, **kwargs):
    return Named(coro, loop=loop, **kwargs)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    task = asyncio.create_task(work(), name="mine")
    print(type(task).__name__, task.extra, task.get_name())
    await asyncio.sleep(0)
    task.cancel("please")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error)
    gathered = asyncio.gather(work(), work())
    await asyncio.sleep(0)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print("gathered")
    future = Loud()
    loop.call_soon(future.set_result, 5)
    print(await future)
    print(loop.get_task_factory() is factory)


asyncio.run(main())
