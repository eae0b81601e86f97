"""Coroutines driven by hand: send, throw, close, and their states."""
import asyncio
import inspect


class Stop:
    def __await__(self):
        got = yield "question"
        return got


async def ask():
    try:
        answer = await Stop()
        return f"answer {answer}"
    except ValueError as error:
        return f"error {error}"
    finally:
        print("finally")


coro = ask()
print(inspect.getcoroutinestate(coro), coro.cr_running)
print(coro.send(None), inspect.getcoroutinestate(coro))
try:
    coro.send(42)
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(coro))
coro = ask()
coro.send(None)
try:
    coro.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value)
coro = ask()
coro.send(None)
coro.close()
try:
    coro.send(None)
except RuntimeError as error:
    print(error)
coro = ask()
try:
    coro.send(1)
except TypeError as error:
    print(error)
coro.close()
future = asyncio.new_event_loop().create_future()
step = future.__await__()
print(next(step) is future, future._asyncio_future_blocking)
try:
    next(step)
except RuntimeError as error:
    print(error)
