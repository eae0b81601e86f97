# types: names of built-in kinds, SimpleNamespace, MappingProxyType, new_class, methods and functions by hand.
import types

ns = types.SimpleNamespace(a=1, b=[2])
ns.c = "x"
del ns.a
print(ns, ns == types.SimpleNamespace(b=[2], c="x"), types.SimpleNamespace(), vars(ns))
d = {"k": 1}
p = types.MappingProxyType(d)
d["z"] = 2
print(p, p["z"], len(p), list(p), "k" in p, p.get("no", 5), p | {"q": 3}, p == d, dict(p), p.copy() is d)
for job in (lambda: p["none"], lambda: types.SimpleNamespace(1)):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, str(e)[:60])


def gen():
    yield


async def coro():
    pass


c = coro()
kinds = [types.FunctionType, types.LambdaType, types.BuiltinFunctionType, types.MethodType, types.GeneratorType, types.CoroutineType, types.ModuleType, types.NoneType, types.EllipsisType, types.NotImplementedType, types.CodeType]
print([k.__name__ for k in kinds])
print(isinstance(gen, types.FunctionType), isinstance(gen(), types.GeneratorType), isinstance(c, types.CoroutineType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType), isinstance(lambda: 0, types.LambdaType))
c.close()


class A:
    def m(self):
        return type(self).__name__


def outside(self, x):
    return (self.tag, x)


a = A()
a.tag = "t"
a.outside = types.MethodType(outside, a)
print(a.outside(3), isinstance(a.m, types.MethodType), a.m.__func__ is A.m, types.MethodType(A.m, "str")())
N = types.new_class("N", (A,), {}, lambda space: space.update(v=5, hello=lambda self: "hi"))
print(N.__name__, N.v, N().hello(), N.__bases__, N().m())
m = types.ModuleType("made")
m.x = 1
print(m.__name__, m.x, vars(m)["x"])
print(types.GenericAlias(list, (int,)), types.resolve_bases((A, int)) == (A, int), types.get_original_bases(type("G", (A,), {})))
