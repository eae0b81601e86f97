"""run_forever, stop, and running again on the same loop."""
import asyncio

loop = asyncio.new_event_loop()
out = []


def tick(n):
    out.append(n)
    if n == 3:
        loop.stop()
    loop.call_soon(tick, n + 1)


loop.call_soon(tick, 0)
loop.run_forever()
print(out, loop.is_running())
loop.stop()
loop.run_forever()
print(out)


async def work():
    await asyncio.sleep(0.01)
    return "done"


t = loop.create_task(work())
loop.call_later(0.005, loop.stop)
loop.run_forever()
print(t.done())
print(loop.run_until_complete(t))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
loop.close()
print(loop.is_closed())
asyncio.set_event_loop(asyncio.new_event_loop())
print(asyncio.get_event_loop().is_closed())
asyncio.get_event_loop().close()
