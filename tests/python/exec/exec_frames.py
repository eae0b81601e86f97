# globals(), locals(), vars() and dir() in all kinds of places.
a = 1
def f(p, *args, k=2, **more):
    local = [p]
    def inner():
        return local, sorted(locals())
    snapshot = locals()
    snapshot["new"] = 5
    late = 1
    return sorted(snapshot), sorted(locals()), inner(), "new" in locals()
print(f(1, 2, x=3))
class C:
    z = 1
    print(sorted(n for n in locals() if not n.startswith("__")), "a" in globals(), "z" in globals(), vars() is locals())
    def m(self):
        return vars(self), sorted(locals())
c = C(); c.attr = 5
print(c.m(), sorted(k for k in vars(C) if not k.startswith("__")), [n for n in dir(c) if not n.startswith("__")])
print(globals() is locals(), globals()["a"], vars() is globals())
globals()["made"] = "by name"
print(made, eval("made"), "made" in dir())
def gen():
    g = 1
    yield sorted(locals())
    h = 2
    yield sorted(locals())
print(list(gen()), (lambda q: sorted(locals()))(1))
try:
    vars(5)
except TypeError as e:
    print(e)
def counter():
    exec("hidden = 1")
    try:
        return hidden
    except NameError as e:
        return str(e)
print(counter())
import types
m = types.ModuleType("m"); exec("v = 1\ndef g(): return v", m.__dict__); m.v = 9
print(m.g(), vars(m)["v"], [n for n in dir(m) if n[0] != "_"])
