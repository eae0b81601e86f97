"""What a generator handles stays so over its yields, also when its caller handles the same."""
import contextlib
import sys


def g():
    try:
        yield 1
    except Exception as e:
        print("in", repr(sys.exception()), repr(e.__context__))
        yield 2
        print("after", repr(sys.exception()))
        yield 3
        raise
m = g()
next(m)
try:
    raise ValueError()
except Exception as exc:
    try:
        m.throw(exc)
    except Exception: pass
next(m)
try: next(m)
except ValueError as e: print(repr(e), repr(e.__context__))

def h():
    try:
        raise KeyError(1)
    except KeyError:
        yield 1
        print("h", repr(sys.exception()))
        yield 2
        print("h", repr(sys.exception()))
x = h(); next(x)
try:
    raise IndexError
except IndexError:
    next(x); print(repr(sys.exception()))
next(x, None); print(repr(sys.exception()))


def twice():
    try:
        yield
    except KeyError:
        try:
            yield 1
        except ValueError as e:
            print(repr(e.__context__), repr(sys.exception()))
            yield 2
        print(repr(sys.exception()))
        yield 3
    print(repr(sys.exception()))
    yield 4


t = twice()
next(t)
try:
    raise KeyError(1)
except KeyError as e:
    print(t.throw(e), repr(sys.exception()))
    try:
        raise ValueError(2)
    except ValueError as v:
        print(t.throw(v), repr(sys.exception()))
        print(next(t), repr(sys.exception()))
    print(next(t), repr(sys.exception()))
print(next(t, 5), repr(sys.exception()))
@contextlib.contextmanager
def gets_the_context_right(exc):
    try: yield 6
    finally: raise exc
exc1, exc2, exc3, exc4 = map(Exception, range(1, 5))
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(gets_the_context_right(exc4))
        stack.enter_context(gets_the_context_right(exc3))
        stack.enter_context(gets_the_context_right(exc2))
        raise exc1
except Exception as exc:
    print(exc is exc4, exc.__context__ is exc3, repr(exc.__context__.__context__), repr(exc.__context__.__context__.__context__))
def raise_exc(exc): raise exc
def suppress(*a): return True
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: None)
        stack.callback(lambda: raise_exc(IndexError()))
        stack.callback(lambda: raise_exc(KeyError()))
        stack.push(suppress)
        stack.callback(lambda: raise_exc(ValueError()))
        1/0
except IndexError as exc:
    print(repr(exc), repr(exc.__context__), repr(exc.__context__.__context__))


def nested():
    try:
        yield
    except ValueError:
        yield


n = nested()
next(n)
inner, other = ValueError(), TypeError()
try:
    raise KeyError
except KeyError:
    n.throw(inner)
    try:
        n.throw(other)
    except TypeError as e:
        print(repr(e.__context__), repr(e.__context__.__context__))
    fresh = IndexError()
    try:
        nested().throw(fresh)
    except IndexError as e:
        print(repr(e.__context__))
print(ExceptionGroup[ValueError], BaseExceptionGroup[int])
