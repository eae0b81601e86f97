"""asyncio.Runner: its life, its loop, several runs."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def step(n):
    var.set(var.get() + n)
    return asyncio.current_task().get_name(), var.get()


def attempt(call):
    try:
        print(call())
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split(" <")[0])


with asyncio.Runner() as runner:
    print(runner.run(step(1)), runner.run(step(2)), var.get())
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed(), loop is runner.get_loop(), loop.get_debug())
    attempt(lambda: runner.run(5))
    attempt(lambda: runner.run(step))

    async def nested():
        coro = step(1)
        attempt(lambda: runner.run(coro))
        attempt(lambda: asyncio.run(coro))
        attempt(lambda: asyncio.get_running_loop().run_until_complete(coro))
        attempt(lambda: asyncio.new_event_loop().run_until_complete(coro))
        coro.close()

    runner.run(nested())
print(loop.is_closed())
coro = step(1)
attempt(lambda: runner.run(coro))
attempt(runner.get_loop)
attempt(runner.__enter__)
runner.close()
coro.close()
unused = asyncio.Runner()
unused.close()
made = []


def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]


print(asyncio.run(step(1), loop_factory=factory), len(made), made[0].is_closed())
with asyncio.Runner(debug=True) as runner:
    print(runner.get_loop().get_debug())
