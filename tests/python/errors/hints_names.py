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
show(lambda: t.color)
show(t.method)
show(t.bare)
show(t.sizes)
show(Thing.st)
show(lambda: math.sqr)
show(lambda: math.pie)
show(lambda: collections.OrderDict)
show(lambda: prnt("x"))
show(lambda: tim.sleep)
show(lambda: time.sleep)
show(lambda: asyncio.run)
show(lambda: [].apend)
show(lambda: "".uper())
show(lambda: {}.get_item)
show(lambda: (1).reall)
show(lambda: None.foo)
def local():
    counter = 1
    return countr
show(local)
def unbound():
    if False: x = 1
    return x
show(unbound)
