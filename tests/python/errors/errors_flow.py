def which(n):
    try:
        if n == 1:
            return "return"
        if n == 2:
            raise ValueError("two")
        if n == 3:
            raise KeyError("three")
        value = "normal"
    except ValueError:
        value = "handled"
        return value
    except (KeyError, IndexError) as error:
        value = f"other {error.args}"
    else:
        value += " else"
    finally:
        print("finally", n, end=": ")
    return value


for n in range(4):
    print(which(n))


def override():
    for n in range(3):
        try:
            continue
        finally:
            if n == 1:
                break
    return n


def last_word():
    try:
        return "try"
    finally:
        print("cleanup", end=" ")


print(override(), last_word())
try:
    try:
        raise ValueError("inner")
    finally:
        print("inner finally")
except ValueError as error:
    kept = error
    print("caught", error)
try:
    error
except NameError as missing:
    print(missing)
print(kept.args, kept.__traceback__ is not None)
try:
    try:
        1 / 0
    except ValueError:
        print("not here")
except ArithmeticError as error:
    print(type(error).__mro__[1].__name__)
for wrong in (5, "ValueError", (ValueError, 3)):
    try:
        try:
            raise KeyError
        except wrong:
            print("no")
    except TypeError as error:
        print(error)
    except KeyError:
        print("passed")


class Custom(Exception):
    def __init__(self, code, detail="none"):
        super().__init__(code, detail)
        self.code = code

    def __str__(self):
        return f"[{self.code}]"


try:
    raise Custom(404, detail="lost")
except Custom as error:
    print(error, repr(error), error.args, error.code)
