def ignoring():
    try:
        yield 1
    except GeneratorExit:
        yield "will not leave"


g = ignoring()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def returning():
    try:
        yield 1
    except GeneratorExit:
        return "a value"


g = returning()
next(g)
print(g.close())
print(g.close())
g = returning()
print(g.close(), list(g))


def failing():
    try:
        yield 1
    finally:
        raise OSError("in finally")


g = failing()
next(g)
try:
    g.close()
except OSError as error:
    print(error, "|", repr(error.__context__))
import inspect

g = returning()
print(inspect.getgeneratorstate(g), g.gi_running, g.gi_frame is not None)
next(g)
print(inspect.getgeneratorstate(g), g.gi_suspended)
g.close()
print(inspect.getgeneratorstate(g), g.gi_frame)
print(returning.__name__, g.__name__, g.__qualname__, type(g).__name__)
