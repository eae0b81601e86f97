import traceback, sys
def show(f):
    try: f()
    except Exception: print(traceback.format_exc())
def a():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("none") from None
def b():
    try: {}["x"]
    except KeyError as e: raise RuntimeError("cause") from e
def c():
    try: b()
    except RuntimeError: int("q")
def d():
    e = ValueError("self"); e.__cause__ = e
    raise e
def f():
    try:
        try: 1 / 0
        finally: {}["in finally"]
    except KeyError as e:
        e.add_note("a note"); e.add_note("and\nanother"); raise
def g():
    raise ValueError from TypeError("class raised")
def h():
    try: raise ExceptionGroup("eg", [ValueError(1)])
    except* ValueError as e: raise TypeError("in star")
for x in (a, b, c, d, f, g, h): print("--", x.__name__); show(x)
e = ValueError("kept"); e.__context__ = KeyError("set by hand"); print("".join(traceback.format_exception(e)), "".join(traceback.format_exception(e, chain=False)))
c()
