"""Loops driven by hand: run_forever, stop, run_until_complete."""
import asyncio


async def value(v):
    await asyncio.sleep(0)
    return v


async def fail():
    raise ValueError("v")


loop = asyncio.new_event_loop()
print(loop.run_until_complete(value(1)), loop.is_running())
future = loop.create_future()
loop.call_soon(future.set_result, 2)
print(loop.run_until_complete(future))
try:
    loop.run_until_complete(fail())
except ValueError as error:
    print(error)
log = []
loop.call_soon(log.append, 1)
loop.call_soon(loop.stop)
loop.call_soon(log.append, 2)
loop.call_soon(lambda: loop.call_soon(log.append, 3))
loop.run_forever()
print(log)
loop.stop()
loop.run_forever()
print(log)
pending = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(pending)
except RuntimeError as error:
    print(error)
task = loop.create_task(value(3), name="by hand")
print(task.get_name(), task.done())
loop.run_until_complete(asyncio.gather(task, value(4)) if False else task)
print(task.result())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.run_until_complete(loop.shutdown_default_executor())
loop.close()
loop.close()
print(loop.is_closed(), loop)
coro = value(5)
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print), loop.run_forever,
             lambda: loop.create_task(coro), lambda: loop.run_until_complete(coro), lambda: loop.call_soon_threadsafe(print),
             lambda: loop.run_in_executor(None, print)):
    try:
        call()
    except RuntimeError as error:
        print(error)
coro.close()
asyncio.set_event_loop(asyncio.new_event_loop())
print(asyncio.get_event_loop().is_closed(), asyncio.get_event_loop() is asyncio.get_event_loop())
asyncio.get_event_loop().close()
