def show(f, *a, **k):
    try:
        print("fine", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def kwo(a, *, b, c=2): pass
def kwo2(*, b, c): pass
def pos(a, b, /, c): pass
def posd(a=1, /): pass
def var(*args, k): pass


class C:
    def m(self, x): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass
class D:
    def __init__(self, a, b): pass
class E: pass
class F:
    def __new__(cls, a): return object.__new__(cls)
class G:
    def __call__(self, x): pass


show(none, 1); show(none, 1, 2); show(none, a=1)
show(one); show(one, 1, 2); show(two); show(two, 1); show(three); show(three, 1)
show(opt); show(opt, 1, 2, 3); show(opt, b=2)
show(kwo); show(kwo, 1); show(kwo, 1, 2); show(kwo, 1, 2, b=3); show(kwo, 1, 2, c=3); show(kwo2); show(kwo2, 1)
show(pos, 1, 2); show(pos, a=1, b=2, c=3); show(pos, 1); show(posd, a=1); show(var); show(var, 1, 2)
show(C().m); show(C().m, 1, 2); show(C.m); show(C.m, 1); show(C.c); show(C.c, 1, 2); show(C.s); show(C().s, 1, 2)
show(D); show(D, 1); show(D, 1, 2, 3); show(E, 1); show(E, x=1); show(F); show(F, 1, 2); show(G()); show(G(), 1, 2)
show(lambda x: x); show(lambda: 0, 1)
show(lambda: none(*3)); show(lambda: none(**3)); show(lambda: none(**{1: 2})); show(lambda: one(**{"a": 1}, **{"a": 2}))
show(lambda: one(1, **{"a": 2})); show(lambda: print(*None)); show(lambda: C().m(*1))
show(5); show("x"); show(None); show([1]); show({}, 1)
show(len); show(len, 1, 2); show(len, 5); show(abs, "x"); show(abs); show(int, "x"); show(int, "1.5"); show(int, []); show(int, "5", 99)
show(float, "x"); show(float, []); show(float, None); show(complex, "x"); show(ord, "ab"); show(ord, 5); show(chr, -1); show(chr, "a")
show(round, "x"); show(sum, "ab"); show(sum, ["a"]); show(sum, 5); show(max); show(max, []); show(max, 1); show(min, [], key=1); show(max, 1, "a")
show(sorted, 5); show(sorted, [1, "a"]); show(list, 5); show(dict, 5); show(dict, [1]); show(dict, [(1, 2, 3)]); show(tuple, 5); show(set, [[]]); show(range, "a"); show(range, 1, 2, 0); show(range)
show(isinstance, 1, 2); show(issubclass, 1, int); show(getattr, 1); show(getattr, 1, "x"); show(getattr, 1, 2); show(setattr, 1, "x", 2); show(hasattr, 1, 2)
show(iter, 5); show(next, 5); show(next, iter([])); show(zip, 5); show(map, 5); show(enumerate, 5); show(reversed, 5); show(reversed, {1}); show(filter, None); show(any, 5); show(all)
show(hash, []); show(hash, {}); show(pow, 2, -1, 0); show(pow, "a", 2); show(divmod, 1, 0); show(divmod, "a", 1); show(bytes, "a"); show(bytes, [300]); show(bytes, -1); show(bin, "a"); show(hex, 1.5)
show(print, sep=1); show(print, 1, x=1); show(input, 1, 2); show(id); show(callable); show(type, 1, 2); show(slice); show(str, 1, 2, 3, 4); show(str, b"x", "nope"); show(format, 1, "z"); show(vars, 1); show(dir, 1, 2)
