"""Context variables in generators, asynchronous ones, and comprehensions of tasks."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


def plain():
    var.set("set in a generator")
    yield var.get()
    yield var.get()


async def ticks():
    for n in range(2):
        var.set(f"tick {n}")
        yield var.get()
        await asyncio.sleep(0)


async def use():
    seen = [v async for v in ticks()]
    return seen, var.get()


async def main():
    var.set("main")
    generator = plain()
    print(next(generator), var.get())
    var.set("changed between")
    print(next(generator))
    print(await asyncio.create_task(use()), var.get())
    print(await use(), var.get())
    results = await asyncio.gather(*(asyncio.to_thread(var.set, n) for n in range(3)))
    print(len(results), var.get())
    context = contextvars.Context()
    print(context.run(var.get), context.run(lambda: list(plain())), context[var])


asyncio.run(main())
print(var.get())
