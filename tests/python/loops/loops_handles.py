"""Handles of callbacks: repr, cancel, times, contexts."""
import asyncio
import contextvars
import functools
import re


def callback(*args):
    print("called", args)


class Thing:
    def method(self):
        pass

    def __call__(self):
        print("thing")

    def __repr__(self):
        return "Thing()"


def show(thing):
    print(re.sub(r"when=[\d.]+", "when=T", re.sub("0x[0-9a-f]+", "0x", repr(thing))))


async def main():
    loop = asyncio.get_running_loop()
    for f in (callback, Thing().method, Thing(), print, functools.partial(callback, 1), lambda: None, [].append):
        handle = loop.call_soon(f, *((1,) if f in (callback,) or getattr(f, "__name__", "") == "append" else ()))
        show(handle)
        handle.cancel()
        show(handle)
    timer = loop.call_later(60, callback, 1, "two")
    show(timer)
    print(timer.when() - loop.time() > 59, timer.cancelled())
    timer.cancel()
    timer.cancel()
    show(timer)
    print(timer.cancelled())
    at = loop.time() + 0.01
    first, second = loop.call_at(at, callback, 1), loop.call_at(at + 0.001, callback, 2)
    print(first == second, first.when() == at)
    await asyncio.sleep(0.03)
    print(first.cancelled())
    context = contextvars.copy_context()
    handle = loop.call_soon(callback, context=context)
    print(handle.get_context() is context)
    await asyncio.sleep(0)
    for call in (lambda: loop.call_soon(), lambda: loop.call_later(None, print), lambda: loop.call_at(None, print)):
        try:
            call()
        except TypeError as error:
            print(type(error).__name__)


asyncio.run(main())
