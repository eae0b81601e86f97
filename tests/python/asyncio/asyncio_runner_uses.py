import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def bump():
    var.set(var.get() + 1)
    return var.get()


async def tasks_left():
    async def stray():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("stray cancelled")
            raise
    asyncio.create_task(stray())
    await asyncio.sleep(0)


with asyncio.Runner() as runner:
    print(runner.run(bump()), runner.run(bump()), var.get())
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
    runner.run(tasks_left())
    print("still open")
print(loop.is_closed())
for act in (runner.get_loop, runner.__enter__):
    try:
        act()
    except RuntimeError as e:
        print(e)
try:
    asyncio.run(bump)
except ValueError as e:
    print(str(e).split(" at ")[0])


async def nested():
    coro = bump()
    try:
        asyncio.run(coro)
    except RuntimeError as e:
        print(e)
        coro.close()


asyncio.run(nested())


async def failing():
    raise LookupError("out")


try:
    asyncio.run(failing())
except LookupError as e:
    print("raised", e)
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
print(asyncio.run(bump(), debug=True), asyncio.run(bump(), loop_factory=asyncio.new_event_loop))
