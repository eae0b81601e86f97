"""Runner: several runs in one loop and one context; debug; loop_factory."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default=0)


async def up():
    var.set(var.get() + 1)
    return var.get(), id(asyncio.get_running_loop())


with asyncio.Runner() as runner:
    a, b = runner.run(up()), runner.run(up())
    print(a[0], b[0], a[1] == b[1], var.get())
    print(runner.run(up(), context=contextvars.copy_context())[0])
    loop = runner.get_loop()
    t = loop.create_task(asyncio.sleep(10), name="left")
    runner.run(asyncio.sleep(0))
print(t.cancelled(), loop.is_closed())


class Own(asyncio.SelectorEventLoop):
    pass


print(asyncio.run(up(), loop_factory=Own)[0])
r = asyncio.Runner(debug=True, loop_factory=Own)
print(r.get_loop().get_debug(), type(r.get_loop()).__name__)
r.close()
r.close()
try:
    with r:
        pass
except RuntimeError as e:
    print(e)
