def chain(error):
    parts = []
    while error is not None:
        how = "cause" if error.__cause__ else "suppressed" if error.__suppress_context__ else "context"
        parts.append(f"{type(error).__name__}({error}) {how}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return " <- ".join(parts)


def attempt(f):
    try:
        f()
    except Exception as error:
        print(chain(error))


def implicit():
    try:
        {}["k"]
    except KeyError:
        int("x")


def explicit():
    try:
        [][0]
    except IndexError as error:
        raise ValueError("explicit") from error


def silenced():
    try:
        None.x
    except AttributeError:
        raise ValueError("alone") from None


def in_finally():
    try:
        raise OSError("first")
    finally:
        raise KeyError("second")


def nested():
    try:
        implicit()
    except ValueError:
        explicit()


def by_class():
    raise ValueError from KeyError


def reraised():
    try:
        raise ValueError("again")
    except ValueError:
        try:
            raise TypeError("inner")
        except TypeError:
            pass
        raise


for f in (implicit, explicit, silenced, in_finally, nested, by_class, reraised):
    attempt(f)
for bad in (5, "text", None):
    try:
        raise ValueError("x") from bad
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
