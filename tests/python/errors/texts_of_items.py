def show(f):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class A: pass
a = A()
x = [1, 2, 3]; d = {"k": 1}; s = "abc"; t = (1, 2); f = 1.5; n = None; b = b"ab"; st = {1}
def iadd():
    q = 1; q += "a"
def isub():
    q = [1]; q -= [1]
def iadd2():
    q = [1]; n = 1; q += n
def ipow():
    q = "a"; q **= 2
def imat():
    q = 1; q @= 2
def ior():
    q = {}; q |= 1
for g in (iadd, isub, iadd2, ipow, imat, ior): show(g)
show(lambda: -"a"); show(lambda: +[]); show(lambda: ~1.5); show(lambda: not a)
show(lambda: x[5]); show(lambda: x[-9]); show(lambda: x["a"]); show(lambda: x[1.5]); show(lambda: x[None]); show(lambda: t[9]); show(lambda: t["a"]); show(lambda: s[9]); show(lambda: s["a"]); show(lambda: b[9]); show(lambda: b["x"]); show(lambda: range(3)[5]); show(lambda: range(3)["a"])
show(lambda: d["zz"]); show(lambda: d[[]]); show(lambda: d[{}]); show(lambda: n[0]); show(lambda: a[0]); show(lambda: A[0]); show(lambda: len[0]); show(lambda: st[0]); show(lambda: f[0]); show(lambda: int[0]); show(lambda: x[1:"a"]); show(lambda: x[::0])
