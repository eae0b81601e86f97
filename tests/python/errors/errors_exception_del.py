# Exceptions with __del__ end when nobody has them any more.
class Lost(Exception):
    def __del__(self):
        print("end of", *self.args)


def hold():
    e = Lost("a local")
    print("held", e)


hold()
try:
    raise Lost("what was raised")
except Lost as e:
    print("caught", e)
print("after the handler")
kept = Lost("one kept")
kept = None
keep = [Lost("an item"), Lost("another")]
del keep[-1]
try:
    try:
        raise Lost("the first")
    except Lost:
        raise Lost("the second")
except Lost as e:
    print("caught", e, "in place of", e.__context__)
print("last line")
