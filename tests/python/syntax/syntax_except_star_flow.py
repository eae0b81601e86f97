# except*: splitting, nesting, re-raising, new exceptions, naked exceptions, else and finally, loops.
def run(exc, rethrow=None):
    try:
        try:
            if exc:
                raise exc
        except* ValueError as g:
            print("V", type(g).__name__, g.exceptions)
            if rethrow:
                raise rethrow
        except* (TypeError, KeyError) as g:
            print("TK", g.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("left", repr(e), getattr(e, "exceptions", None), repr(e.__context__), repr(e.__cause__))


run(None)
run(ValueError(1))
run(ExceptionGroup("g", [ValueError(1), TypeError(2)]))
run(ExceptionGroup("g", [ValueError(1), OSError(2), ExceptionGroup("in", [KeyError(3), OSError(4)])]))
run(OSError("plain"))
run(ExceptionGroup("g", [ValueError(1), OSError(2)]), rethrow=RuntimeError("new"))
run(ValueError(1), rethrow=RuntimeError("new"))
run(BaseExceptionGroup("b", [ValueError(1), KeyboardInterrupt()]))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
    except* TypeError as t:
        raise LookupError("second") from t
except ExceptionGroup as g:
    print(g.message, g.exceptions, repr(g.exceptions[0]))
for i in range(3):
    try:
        if i == 1:
            raise ExceptionGroup("loop", [ValueError(i)])
    except* ValueError as g:
        print("handled", i)
try:
    try:
        raise ExceptionGroup("x", [ValueError()])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
e = ExceptionGroup("top", [ValueError("a"), ExceptionGroup("mid", [TypeError("b"), ValueError("c")])])
print(e.subgroup(ValueError), e.split(TypeError)[1].exceptions, e.subgroup(lambda x: str(x) == "c").exceptions[0].exceptions)
print(e, repr(e), e.message, e.args[0], len(e.exceptions), isinstance(e, Exception), e.derive([OSError()]))
