"""The frames of contextlib in tracebacks."""
import asyncio
import contextlib
import os
import traceback


def show(e):
    for f in traceback.extract_tb(e.__traceback__):
        print(" ", os.path.basename(f.filename), f.lineno, f.name, f.line)
@contextlib.contextmanager
def a():
    raise KeyError(1)
    yield
@contextlib.contextmanager
def b():
    yield
    raise KeyError(2)
@contextlib.contextmanager
def c():
    try: yield
    finally: print("c")
@contextlib.contextmanager
def d():
    try: yield
    except KeyError as e: raise ValueError from e
for m in (a, b, c, d):
    try:
        with m():
            if m is not b: raise KeyError(3)
    except Exception as e: show(e)
@contextlib.asynccontextmanager
async def aa():
    raise KeyError(1)
    yield
@contextlib.asynccontextmanager
async def ab():
    yield
    raise KeyError(2)
@contextlib.asynccontextmanager
async def ac():
    try: yield
    finally: print("c")
async def main():
    for m in (aa, ab, ac):
        try:
            async with m():
                if m is not ab: raise KeyError(3)
        except Exception as e: show(e)
    try:
        async with contextlib.AsyncExitStack() as s:
            await s.enter_async_context(ac())
            s.callback(lambda: 1/0)
            raise KeyError(5)
    except Exception as e: show(e)
    try:
        async with contextlib.AsyncExitStack() as s:
            await s.enter_async_context(ab())
    except Exception as e: show(e)
asyncio.run(main())
try:
    with contextlib.ExitStack() as s:
        s.callback(lambda: 1/0)
except Exception as e: show(e)
try:
    with contextlib.ExitStack() as s:
        s.enter_context(b())
        s.enter_context(c())
        raise KeyError(6)
except Exception as e: show(e)
try:
    with contextlib.ExitStack() as s:
        s.enter_context(a())
except Exception as e: show(e)


class Deco(contextlib.ContextDecorator):
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return False


@Deco()
def decorated():
    1 / 0


@a()
def never():
    pass


@contextlib.contextmanager
def goes_on():
    try:
        yield
    except KeyError:
        yield


@contextlib.contextmanager
def twice():
    yield
    yield


@contextlib.contextmanager
def none():
    return
    yield


class Closes:
    def close(self):
        raise ValueError("close")


def run(manager, raised=None):
    with manager:
        if raised:
            raise raised


for f in (decorated, never, lambda: run(goes_on(), KeyError(7)), lambda: run(twice()), lambda: run(none()), lambda: run(contextlib.closing(Closes()))):
    try:
        f()
    except Exception as e:
        show(e)
        print(repr(e))
