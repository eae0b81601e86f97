def show(f):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class A: pass
a = A()
x = [1, 2, 3]; d = {"k": 1}; s = "abc"; t = (1, 2); f = 1.5; n = None; b = b"ab"; st = {1}
def w25():
    return "{} {}".format(1)
def w26():
    return "{a}".format(b=1)
def w27():
    return f"{1:z}"
def w28():
    return f"{'a':d}"
def w29():
    return "{:d}".format(1.5)
def w30():
    return "%z" % 1
def w31():
    return "abc".index("z")
def w32():
    return [1].index(5)
def w33():
    return [].pop()
def w34():
    return {}.popitem()
def w35():
    return set().pop()
def w36():
    return [1].remove(7)
def w37():
    return {}.pop("a")
def w38():
    return {1}.remove(2)
def w39():
    return ",".join([1])
def w40():
    return "a".split("")
def w41():
    return 1 / 0
def w42():
    return 1 // 0
def w43():
    return 1 % 0
def w44():
    return 1.5 / 0
def w45():
    return 1.5 // 0
def w46():
    return 0 ** -1
def w47():
    return 1 << -1
def w48():
    return [1] * "a"
for name, f in list(globals().items()):
    if name[0] == "w" and name[1:].isdigit():
        show(f)
