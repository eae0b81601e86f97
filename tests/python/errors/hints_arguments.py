import traceback, collections, math
class Thing:
    def __init__(self): self.colour = 1; self.size = 2
    def method(self): return self.methid()
    def bare(self): return colour
    def sizes(self): return size
    @staticmethod
    def st(): return Thing.metod
def show(f, *a, **k):
    try: f(*a, **k)
    except BaseException as e: print(*traceback.format_exception_only(e), end="")
t = Thing()
def fn(alpha, beta=1, *, gamma=2): pass
show(fn)
show(fn, 1, 2, 3)
show(fn, 1, bet=3)
show(fn, 1, gama=3)
show(fn, 1, zzz=3)
show(fn, 1, alpha=3)
show(lambda: sorted([1], revers=True))
show(lambda: int("5", bas=3))
show(lambda: print(1, edn=""))
def fi2():
    from colections import deque
show(fi2)
def fi4():
    import concurent.futures
show(fi4)
class S:
    __slots__ = ("apple",)
show(lambda: S().aple)
def sa(): S().banana = 1
show(sa)
def bi(): (5).x = 1
show(bi)
def d(): del t.nothing
show(d)
def dd(): del t.colr
show(dd)
show(lambda: Tru)
show(lambda: true)
show(lambda: null)
show(lambda: self)
class E(Exception):
    def __str__(self): raise ValueError
show(lambda: (_ for _ in ()).throw(E()))
show(lambda: {}["a'b"])
show(lambda: {}[1, 2])
show(lambda: {}[None])
show(lambda: [].missing_thing)
try: t.zzz
except AttributeError as e: print(e.name, e.obj is t, e.args)
try: zzz
except NameError as e: print(e.name, e.args)
try: import zzz
except ImportError as e: print(e.name, e.path, e.msg, e.args, type(e))
except ImportError as e: print(e.name, e.msg, e.args, type(e), e.name_from)
