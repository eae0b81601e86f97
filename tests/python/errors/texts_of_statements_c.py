def show(f):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class A: pass
a = A()
x = [1, 2, 3]; d = {"k": 1}; s = "abc"; t = (1, 2); f = 1.5; n = None; b = b"ab"; st = {1}
def w50():
    return int("a" * 5, 16) + int("zz", 8)
def w51():
    return b"\xff".decode()
def w52():
    return "é".encode("ascii")
def w53():
    return [3, "a"].sort()
def w54():
    return a < a
def w55():
    return a()
def w56():
    return "a".foo
def w57():
    A.zz
def w58():
    n.x = 1
def w59():
    del a.zz
def w60():
    import math; math.sqrt(-1)
def w61():
    import math; math.sqrt("a")
def w62():
    import math; math.log(0)
def w63():
    import math; math.factorial(-1)
def w64():
    return 1j < 2
def w65():
    return float("inf").__int__() if 0 else int(float("inf"))
def w66():
    return int(float("nan"))
def w67():
    return "a" * 2 ** 70
def w68():
    return "a".replace(1, 2)
def w69():
    return [1].append(1, 2)
def w70():
    return {}.get()
def w71():
    return "a".startswith(1)
def w72():
    return isinstance(1, "a")
for name, f in list(globals().items()):
    if name[0] == "w" and name[1:].isdigit():
        show(f)
