import weakref


class Resource:
    pass


def cleanup(name):
    print("cleanup", name)


r = Resource()
f = weakref.finalize(r, cleanup, "first")
print(f.alive)
del r
print(f.alive)
q = Resource()
g = weakref.finalize(q, cleanup, "second")
print(g())
print(g.alive, g())
kept = Resource()
weakref.finalize(kept, cleanup, "at exit")
print("end")
