# contextlib: ExitStack, suppress, closing, nullcontext, redirect_stdout, decorators, errors of generators.
import io
from contextlib import *


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ZeroDivisionError as e:
        print("saw", e)
        raise
    finally:
        print(f"</{name}>")


class Res:
    def __init__(self, n, swallow=False):
        self.n, self.swallow = n, swallow

    def __enter__(self):
        print("enter", self.n)
        return self

    def __exit__(self, kind, exc, tb):
        print("exit", self.n, kind and kind.__name__)
        return self.swallow

    def close(self):
        print("closed", self.n)


with ExitStack() as stack:
    rs = [stack.enter_context(Res(i)) for i in range(2)]
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *a: print("pushed", a[0]))
    stack.push(Res("pushed", swallow=True))
    keep = stack.pop_all()
print("between")
with keep:
    1 / 0
with suppress(KeyError, IndexError):
    {}["x"]
print("after suppress")
with closing(Res("c")) as c, nullcontext(5) as five:
    print(c.n, five)
out = io.StringIO()
with redirect_stdout(out):
    print("hidden")
    with redirect_stderr(io.StringIO()):
        pass
print(repr(out.getvalue()))


@tag("deco")
def work(x):
    print("work", x)
    return x * 2


print(work(2), work(3), work.__name__)


class Deco(ContextDecorator):
    def __enter__(self):
        print("start")

    def __exit__(self, *exc):
        print("stop", exc[0])
        return True


@Deco()
def fails():
    raise ValueError("lost")


print(fails())
try:
    with tag("outer"), tag("inner"):
        1 / 0
except ZeroDivisionError:
    print("out")


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for cm in (never, twice):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)
try:
    with tag("reused") as t:
        pass
    g = tag("once")
    with g:
        pass
    with g:
        pass
except (RuntimeError, AttributeError) as e:
    print(type(e).__name__, e)
for bad in (5, Res):
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
print(isinstance(Res(1), AbstractContextManager), isinstance(5, AbstractContextManager))
