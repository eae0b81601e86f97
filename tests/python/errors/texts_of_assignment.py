def show(f):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class A: pass
a = A()
x = [1, 2, 3]; d = {"k": 1}; s = "abc"; t = (1, 2); f = 1.5; n = None; b = b"ab"; st = {1}
def setit(o, k, v):
    o[k] = v
def delit(o, k):
    del o[k]
for o, k in ((x, 9), (x, "a"), (t, 0), (s, 0), (5, 0), (n, 0), (a, 0), (d, []), (b, 0), (range(3), 0), (st, 0), (len, 0), (A, 0)):
    show(lambda: setit(o, k, 1)); show(lambda: delit(o, k))
show(lambda: setit(x, slice(0, 1), 5)); show(lambda: setit(x, slice(0, 3, 2), [1])); show(lambda: setit(bytearray(b"a"), 0, 300)); show(lambda: setit(bytearray(b"a"), 0, "a"))
def un1(): p, q = 1, 2, 3
def un2(): p, q, r = 1, 2
def un3(): p, q = 5
def un4(): p, *q, r = [1]
def un5(): p, q = {}
def un6(): (p, q), r = 1, 2
def un7(): p, q = None
def un8(): [p] = "ab"
def un9():
    for p, q in [(1, 2, 3)]: pass
def un10():
    for p, q in [1]: pass
def un11(): p, q = iter([1])
def un12(): p, q = iter([1, 2, 3])
def un13(): p, q, *r = ()
def un14(): p, q = dict(a=1, b=2, c=3)
for g in (un1, un2, un3, un4, un5, un6, un7, un8, un9, un10, un11, un12, un13, un14): show(g)
