# Classes made from exception groups: split, subgroup and except* keep what derive() says.
class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message, excs)


e = MyGroup("eg", [ValueError(1), TypeError(2)])
e.add_note("a note")
e.__context__ = Exception("context")
e.__cause__ = Exception("cause")
try:
    raise e
except Exception as caught:
    e = caught
match, rest = e.split(ValueError)
print(match, repr(match), match.exceptions, match.__context__, match.__cause__, match.__notes__)
print(rest.exceptions, rest.__notes__, type(rest).__name__, type(e.subgroup(TypeError)).__name__)
print(MyGroup.__mro__, ExceptionGroup.__bases__)


class Errors(ExceptionGroup):
    def __new__(cls, errors, exit_code):
        self = super().__new__(Errors, f"exit code: {exit_code}", errors)
        self.exit_code = exit_code
        return self

    def derive(self, excs):
        return Errors(excs, self.exit_code)


try:
    raise Errors([OSError("a"), KeyError("b"), Errors([OSError("c")], 2)], 7)
except* OSError as group:
    print(type(group).__name__, group.exit_code, group)
    print([str(x) for x in group.exceptions])
except* KeyError as group:
    print("keys", group.exit_code, group.exceptions)
print(e.split(lambda x: x.args[0] == 2)[0].exceptions, e.subgroup(OSError), e.split(OSError))
for job in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()])):
    try:
        job()
    except Exception as err:
        print(type(err).__name__, err)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
