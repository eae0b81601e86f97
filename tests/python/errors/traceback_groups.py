import traceback
def g(n):
    try:
        raise ValueError(n)
    except ValueError as e:
        return e
def raiser():
    raise ExceptionGroup("outer", [g(1), TypeError("t"), ExceptionGroup("inner", [KeyError("k"), OSError(2, "nope")])])
try:
    raiser()
except ExceptionGroup as e:
    e.add_note("a note\nof two lines")
    e.exceptions[1].add_note("noted")
    traceback.print_exc(file=__import__("sys").stdout)
    print(repr(e), str(e))
try:
    try:
        raiser()
    except* KeyError as eg:
        raise RuntimeError("while handling") from eg
    except* TypeError:
        1 / 0
except BaseException:
    print(traceback.format_exc())
e = ExceptionGroup("many", [ValueError(i) for i in range(20)])
print("".join(traceback.format_exception(e)))
n = ValueError("x")
for i in range(12):
    n = ExceptionGroup(f"level{i}", [n])
print("".join(traceback.format_exception(n)))
try:
    try:
        raise ExceptionGroup("first", [ValueError(1)])
    except ExceptionGroup:
        raise ExceptionGroup("second", [TypeError(2)])
except ExceptionGroup:
    print(traceback.format_exc())
def late():
    try:
        raise KeyError("inside")
    except KeyError as k:
        raise ValueError("chain in member") from k
try: late()
except ValueError as v: m = v
raise ExceptionGroup("final", [m, ExceptionGroup("sub", [m])])
