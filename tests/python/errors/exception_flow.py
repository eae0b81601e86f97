def attempt(action):
    try:
        result = action()
    except ZeroDivisionError:
        print("division", end=" ")
    except (KeyError, IndexError) as error:
        print("lookup", type(error).__name__, error, end=" ")
    except Exception as error:
        print("other", type(error).__name__, error, end=" ")
    else:
        print("fine", result, end=" ")
    finally:
        print("done")


attempt(lambda: 1 / 0)
attempt(lambda: {}["k"])
attempt(lambda: [][0])
attempt(lambda: int("x"))
attempt(lambda: 42)
attempt(lambda: float("abc"))
attempt(lambda: int([]))
attempt(lambda: "a".index("b"))
attempt(lambda: [1].remove(2))
attempt(lambda: [].pop())
attempt(lambda: {}.popitem())
attempt(lambda: 5 % 0)
attempt(lambda: 5.0 // 0)
attempt(lambda: 0 ** -1)
attempt(lambda: chr(-1))
attempt(lambda: len(5))
attempt(lambda: sum(["a"]))
attempt(lambda: sorted([1, "a"]))
attempt(lambda: max([]))
attempt(lambda: "%d" % "x")
attempt(lambda: "{}".format())
attempt(lambda: 1 << -1)
attempt(lambda: "a" * "b")
attempt(lambda: [1, 2].__getitem__(1.0))
attempt(lambda: [1] + 2)
attempt(lambda: f"{'x':d}")
attempt(lambda: round("x"))
attempt(lambda: int("9" * 3 + "z"))


def order():
    try:
        return "try"
    finally:
        print("finally runs")




def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            print("body", i)
        finally:
            print("end", i)


print(order())
loop()
try:
    try:
        raise KeyError("inner")
    finally:
        print("inner finally")
except KeyError as error:
    print("outer", error)
try:
    error
except NameError as unbound:
    print(unbound)


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class NotFound(AppError):
    pass


try:
    raise NotFound(404, "no page")
except AppError as error:
    print(error.code, error, error.args, repr(error), isinstance(error, NotFound))
try:
    raise ValueError("a", 1)
except ValueError as error:
    print(error, error.args, repr(error))
try:
    raise ValueError
except ValueError as error:
    print(repr(str(error)), repr(error), error.args)
try:
    try:
        {}["x"]
    except KeyError as error:
        raise RuntimeError("wrapped") from error
except RuntimeError as error:
    print(repr(error.__cause__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise TypeError("during")
except TypeError as error:
    print(repr(error.__context__), error.__cause__)
try:
    raise OSError(2, "No such file")
except OSError as error:
    print(error, error.errno, error.strerror, type(error).__name__)
try:
    try:
        raise ValueError("again")
    except ValueError:
        raise
except ValueError as error:
    print(error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    assert 1 == 2, "math"
except AssertionError as error:
    print(repr(error))
print(issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), issubclass(KeyboardInterrupt, Exception), TimeoutError.__mro__[1].__name__)
e = ValueError("x")
e.add_note("a note")
print(e.__notes__, e.with_traceback(None) is e)
