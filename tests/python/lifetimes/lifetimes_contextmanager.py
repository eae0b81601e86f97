from contextlib import contextmanager


@contextmanager
def opened(name):
    print("open", name)
    try:
        yield name.upper()
    finally:
        print("close", name)


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        print("exit", exc[0] is not None)

    def __del__(self):
        print("guard gone")


with opened("a") as a, opened("b") as b:
    print(a, b)
for n in range(2):
    with opened(f"loop {n}"):
        if n:
            break
try:
    with opened("raising"):
        raise KeyError("k")
except KeyError as error:
    print("caught", error)
with Guard() as g:
    print("inside")
print("after with")
del g
print("after del")
manager = opened("never entered")
del manager
print("end")
