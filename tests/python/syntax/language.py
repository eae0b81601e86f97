log = []
def show(*a): print(*a)
def t1():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            show("body", i)
        except ValueError:
            show("never")
        else:
            show("else", i)
        finally:
            show("fin", i)
    else:
        show("noelse")
    return i
show(t1())
def t2():
    try:
        return "a"
    finally:
        show("f")
show(t2())
def t3():
    while True:
        try:
            return 1
        finally:
            break
    return 2
show(t3())
def t4():
    try:
        try:
            raise ValueError("x")
        finally:
            show("inner")
    except ValueError as e:
        show(repr(e), e.__context__)
        try:
            raise KeyError("k") from e
        except KeyError as k:
            show(repr(k), repr(k.__cause__), repr(k.__context__))
    try:
        e
    except UnboundLocalError as u:
        show(u)
t4()
class CM:
    def __init__(self, n, sup=False): self.n = n; self.sup = sup
    def __enter__(self): show("enter", self.n); return self.n
    def __exit__(self, t, v, tb): show("exit", self.n, t and t.__name__, v); return self.sup
def t5():
    with CM(1) as a, CM(2, True) as b:
        show(a, b)
        raise ValueError("w")
    show("after")
    with CM(3):
        return a + b
show(t5())
for q in range(2):
    with CM(q):
        continue
def gen():
    try:
        x = yield 1
        show("got", x)
        y = yield 2
        show("got", y)
    except ValueError as e:
        show("caught", e)
        yield 99
    finally:
        show("gen fin")
g = gen(); show(next(g)); show(g.send("s")); show(g.throw(ValueError("v")))
try: next(g)
except StopIteration as s: show("stop", s.value)
g = gen(); next(g); g.close()
def outer(a, *args, k=1, **kw):
    c = 0
    def inc(n=1):
        nonlocal c
        c += n
        return c
    return inc, args, k, kw
f, args, k, kw = outer(1, 2, 3, k=4, z=5)
show(f(), f(5), args, k, kw)
show([x * y for x in range(3) for y in range(x) if y], {x: x*x for x in range(3)}, {i % 2 for i in range(5)})
show([f() for f in [lambda: x for x in range(3)]], sum(x for x in range(4)))
class A:
    z = 3
    l = [i for i in range(z)]
    def m(self): return __class__.__name__, super().__repr__()[:2]
    __p = 5
    def p(self): return self.__p
show(A.l, A().m(), A().p(), A.__qualname__, A.m.__qualname__)
a, *b, c = range(5); show(a, b, c)
(a, b), [c, *d] = (1, 2), "xyz"; show(a, b, c, d)
x = y = [0]; x[0] += 5; x += [1]; show(x, y)
a, b = 1, 2; a, b = b, a; show(a, b)
show(1 < 2 < 3, 1 < 3 < 2, not 1 > 2, None is None, 3 in [1, 2], "a" not in "abc")
show(0 or "x", 1 and "", [] or 0 or None, (1 if 0 else 2))
if (n := 10) > 5 and (m := n * 2): show(n, m)
show(f"{n:>5}|{n!r}|{3.14159:.2f}|{'a'!s:^{5}}|{n=}|{{}}|{n + 1 = }")
def order(n): show("o", n); return n
show([order(1), order(2)][order(0)], {order(3): order(4)}, order(5) + order(6) * order(7))
def dflt(a, b=[], /, *, c={}): return a, b, c
show(dflt(1), dflt(1, 2, c=3))
show((lambda *a, **k: (a, k))(*[1, 2], 3, *(4,), x=1, **{"y": 2}))
def kind(v):
    match v:
        case 1 | 2: return "small"
        case [a, b]: return f"pair {a} {b}"
        case [a, *rest]: return f"seq {a} {rest}"
        case {"k": k, **r}: return f"map {k} {r}"
        case str() as s if s: return f"str {s}"
        case P(x=0, y=yy): return f"P {yy}"
        case P(xx): return f"P1 {xx}"
        case None: return "none"
        case _: return "other"
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
for v in [1, 2, [1, 2], (1, 2, 3), {"k": 1, "z": 2}, "s", "", P(0, 5), P(7, 8), None, 4.5]: show(kind(v))
def star():
    try:
        raise ExceptionGroup("g", [ValueError("a"), TypeError("b"), KeyError("c")])
    except* ValueError as e: show("V", e.exceptions)
    except* TypeError as e: show("T", e.exceptions)
try: star()
except ExceptionGroup as e: show(repr(e))
del x
try: x
except NameError as e: show(e)
i = 0
while i < 5:
    i += 1
    if i == 2: continue
    if i == 4: break
else: show("no")
show(i)
def loop_else():
    for i in []: pass
    else: return "empty"
show(loop_else())
class Meta(type):
    def __new__(m, n, b, ns, **kw): show("meta", n, kw); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **kw): super().__init__(n, b, ns)
class WithMeta(metaclass=Meta, flag=1): """doc"""
show(WithMeta.__doc__, type(WithMeta).__name__)
def deco(n):
    show("deco", n)
    return lambda f: (show("apply", n), f)[1]
@deco(1)
@deco(2)
def decorated(): pass
class D:
    x: int = 1
    y: "str"
show(D.__annotations__)
print(-5 // 2, -5 % 3, 2 ** 10, 7 / 2, ~5, 1 << 4, 5 & 3 | 8 ^ 1, -2 ** 2, 10 ** 20)
def it():
    yield from [1, 2]
    r = yield from sub()
    show("r", r)
def sub():
    yield 3
    return "ret"
show(list(it()))
for i in it(): last = i
show(last, i)
lst = [1,2,3,4,5]; lst[1:3] = [9]; show(lst, lst[::-1], lst[-1])
del lst[0], lst[0]; show(lst)
def unbound():
    if 0: zz = 1
    return zz
try: unbound()
except UnboundLocalError as e: show(e)
assert True, "no"
try: assert 1 == 2, "msg"
except AssertionError as e: show("assert", e)
def f2(x, y): return (x, y)
def w(x): return f2(x, x := 2), x + (x := 5), x
show(w(1))
global_counter = 0
def bump():
    global global_counter
    global_counter += 1
bump(); bump(); show(global_counter)
def deep():
    def a():
        def b():
            nonlocal v
            v += 1
            return [v for _ in range(2)], [(lambda: v + j)() for j in range(2)]
        return b()
    v = 0
    return a(), v
show(deep())
def nest():
    for i in range(2):
        for j in range(3):
            try:
                if j == 1: break
                yield i, j
            finally:
                yield "f", i, j
show(list(nest()))
async def co(): return 5
async def agen():
    for i in range(3):
        yield i * await co()
async def main():
    out = [x async for x in agen() if x]
    async for v in agen():
        if v == 5: continue
        out.append(v)
    else: out.append("else")
    out.append(sum([await co() for _ in range(2)]))
    return out, {k: v async for k, v in pairs()}
async def pairs():
    yield 1, 2
    yield 3, 4
c = main()
try: c.send(None)
except StopIteration as s: show(s.value)
class ACM:
    async def __aenter__(self): show("aenter"); return self
    async def __aexit__(self, *a): show("aexit", a[0] and a[0].__name__); return True
async def m2():
    async with ACM() as a:
        show(type(a).__name__)
        raise ValueError
    async with ACM():
        return 7
try: m2().send(None)
except StopIteration as s: show(s.value)
def typed(a: int, *b: "str", c: float = 1.0, **d: dict) -> list[int]: return a
show(typed.__annotations__)
value: int = 3
