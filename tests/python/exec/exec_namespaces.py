# exec and eval: in which namespaces they read and write.
x = "global"
d = {}
exec("a = 1\nb = a + 1\ndef f(): return a * 10\nc = f()\nclass K:\n    v = b", d)
print(sorted(k for k in d if k != "__builtins__"), d["c"], d["K"].v, "__builtins__" in d)
g, l = {"y": 5}, {}
exec("z = y + 1\ndef f():\n    return y\nw = [q for q in range(z)]", g, l)
print(l["z"], l["w"], l["f"](), sorted(k for k in g if k[0] != "_"), sorted(l))
try:
    exec("q = 1\ndef f(): return q\nf()", {}, {})
except NameError as e:
    print(e)
def inside(arg):
    local = 2
    exec("local = 99; fresh = arg")
    print(local, eval("local + len(arg)"), "fresh" in locals())
    ns = {}
    exec("r = [arg * i for i in range(2)]", {"arg": arg}, ns)
    return ns["r"]
print(inside("ab"))
exec("x = 'changed'; new = 7")
print(x, new, eval("x.upper()"), eval(" 1 + 1"), eval("(1,\n2)"))
exec("global_by_exec = 1", globals())
print(global_by_exec, eval("x", {"x": 1}), eval("x", {"x": 1}, {"x": 2}), eval("x", locals={"x": 3}) if False else 3)
print(exec("1"), eval("None"), eval(compile("40 + 2", "<s>", "eval")), exec(compile("k = 5", "<s>", "exec")), k)
print([eval("i * i", {"i": i}) for i in range(4)], sum(eval("n + 1", None, {"n": n}) for n in range(3)))
class Box:
    exec("attr = 1\ndef method(self): return self.attr")
print(Box().method(), eval("__name__"), eval("lambda v: v + 1")(4))
for call in (lambda: eval("1 +"), lambda: eval("a = 1"), lambda: eval(5), lambda: exec(None), lambda: eval("1", 5), lambda: eval("open('x')", {"__builtins__": {}}),
             lambda: compile("1", "f", "other"), lambda: eval("undefined_name"), lambda: exec("del nothing", {}), lambda: eval("1/0"), lambda: exec("raise KeyError('k')")):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(sorted(vars()) [:1] == sorted(globals())[:1], "inside" in dir())
