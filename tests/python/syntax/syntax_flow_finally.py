# try, finally and loops: what wins, what is suppressed, contexts and causes.
def ret():
    try:
        return "try"
    finally:
        print("finally")


def override():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    return i


def nested():
    out = []
    for i in range(3):
        try:
            try:
                if i == 0:
                    continue
                if i == 1:
                    raise KeyError(i)
                return out
            except KeyError:
                out.append("key")
            else:
                out.append("else")
            finally:
                out.append(f"f{i}")
        finally:
            out.append(f"o{i}")


def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("second") from e
    except ValueError as e:
        return repr(e.__cause__), repr(e.__context__), e.__suppress_context__


def implicit():
    try:
        try:
            {}["k"]
        finally:
            [][1]
    except IndexError as e:
        return repr(e.__context__), e.__cause__


def none():
    try:
        try:
            int("x")
        except ValueError:
            raise KeyError("clean") from None
    except KeyError as e:
        return e.__suppress_context__, type(e.__context__).__name__


def reraised():
    try:
        try:
            raise OSError(5, "io")
        except OSError as e:
            e.add_note("noted")
            raise
    except OSError as e:
        return e.errno, e.__notes__, e.__traceback__.tb_lineno - reraised.__code__.co_firstlineno


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


print(ret(), override(), nested(), chained(), implicit(), none(), reraised())
for v in generator():
    print(v)
for bad in (5, "text", ValueError, ValueError("x", 1), type("E", (Exception,), {"__str__": lambda s: "shown"})()):
    try:
        raise bad
    except BaseException as e:
        print(type(e).__name__, e, e.args)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    assert 1 == 2, ["msg", 1]
except AssertionError as e:
    print(repr(e))
try:
    raise
except RuntimeError as e:
    print(e)
print(sum(1 for _ in iter(lambda: next(it, None), None)) if (it := iter([1, 2])) else 0)
