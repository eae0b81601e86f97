import asyncio


class Named(asyncio.Task):
    made = 0

    def __init__(self, coro, **kwargs):
        Named.made += 1
        super().__init__(coro, **kwargs)
        self.tag = f"tag {Named.made}"

    def cancel(self, msg=None):
        print("cancel asked", msg)
        return super().cancel(msg)


def factory(loop, coro, **kwargs):
    return Named(coro, loop=loop, **kwargs)


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(job(0), name="first")
    print(type(task).__name__, task.tag, task.get_name(), isinstance(task, asyncio.Future))
    print(await task, await asyncio.gather(job(0), job(0.001)), Named.made)
    slow = asyncio.ensure_future(job(1))
    waiting = asyncio.create_task(asyncio.wait_for(slow, 0.01))
    try:
        await waiting
    except TimeoutError:
        print(slow.cancelled(), slow.tag)
    other = asyncio.create_task(job(5))
    outer = asyncio.gather(other)
    await asyncio.sleep(0)
    task = asyncio.create_task(asyncio.wait([other]))
    await asyncio.sleep(0)
    other.cancel("bye")
    try:
        await outer
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    print(issubclass(Named, asyncio.Task), Named.__mro__[1].__name__, Named.__mro__[2].__name__)


asyncio.run(main())
