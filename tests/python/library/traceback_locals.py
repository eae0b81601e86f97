"""Tracebacks with the values of variables."""
import sys
import traceback


class Odd:
    def __repr__(self):
        raise ValueError("no repr")


def inner(n, odd):
    text = "a" * n
    items = [n, text]
    return items[n]


def outer(n):
    try:
        inner(n, Odd())
    except IndexError:
        raise KeyError("outer") from sys.exception()


def context():
    try:
        outer(2)
    except KeyError:
        (lambda zero: 1 / zero)(0)


for call in (lambda: inner(3, None), lambda: outer(2), context):
    try:
        call()
    except Exception as e:
        told = traceback.TracebackException.from_exception(e, capture_locals=True)
        # The module's own variables are left out, there are too many.
        for one in (told, told.__cause__, told.__context__, told.__context__ and told.__context__.__cause__):
            if one is not None:
                if one.stack[0].name == "<module>":
                    del one.stack[0]
                for f in one.stack:
                    f.locals = {k: v for k, v in (f.locals or {}).items() if "0x" not in v}
        print("".join(told.format()))
        print("".join(told.format(chain=False)))
        print([(f.name, f.locals) for f in told.stack])
