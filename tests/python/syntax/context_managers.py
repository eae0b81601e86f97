from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


class Managed:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallow

    def close(self):
        print("close", self.name)


with Managed("a") as a, Managed("b"):
    print("inside", a.name)
with Managed("quiet", swallow=True):
    raise ValueError("hidden")
try:
    with Managed("loud"):
        raise KeyError("seen")
except KeyError as error:
    print("caught", error)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("in tag:", error)
    finally:
        print(f"</{name}>")


with tag("p") as text:
    print(text)
with tag("div"):
    raise ValueError("oops")


def early():
    with Managed("return"):
        return "value"


print(early())
for i in range(3):
    with Managed(f"loop{i}"):
        if i == 1:
            break
with suppress(ZeroDivisionError):
    1 / 0
    print("not printed")
with closing(Managed("closing")) as c:
    print(c.name)
with ExitStack() as stack:
    stack.enter_context(Managed("s1"))
    stack.enter_context(Managed("s2"))
    stack.callback(print, "callback")
with nullcontext(5) as five:
    print(five)
with (
    Managed("x") as x,
    Managed("y") as y,
):
    print(x.name + y.name)
try:
    with 5:
        pass
except TypeError as error:
    print(error)
