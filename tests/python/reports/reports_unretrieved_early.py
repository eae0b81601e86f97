"""A future that failed and is dropped before its loop runs again is reported where its last name goes."""
import asyncio
import gc


class Kept:
    """While one of these is alive, ends are looked for."""

    def __del__(self):
        print("kept ends")


class Special(asyncio.Future):
    pass


def report(loop, context):
    print("report:", context["message"], repr(context["exception"]))


def failed(loop, n, kind=asyncio.Future):
    f = kind(loop=loop)
    f.set_exception(ValueError(n))
    return f


def circle(loop, n):
    f = failed(loop, n, Special)
    f.me = f


def go(title):
    print("--", title)
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(report)
    f = failed(loop, 1)
    f = None
    print("dropped")
    loop.run_until_complete(asyncio.sleep(0))
    print("ran")
    failed(loop, 2, Special)
    print("not taken")
    circle(loop, 3)
    gc.collect()
    print("collected")
    asked = failed(loop, 4)
    print(repr(asked.exception()))
    asked = None
    held = [failed(loop, 5)]
    loop.run_until_complete(asyncio.sleep(0))
    print("held")
    held.pop()
    print("popped")
    late = failed(loop, 6)
    print(late.cancel())
    del late
    loop.close()
    print("closed")


go("alone")
kept = Kept()
go("beside a finalizer")
