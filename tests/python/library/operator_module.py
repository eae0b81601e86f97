import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(-3), op.abs(-4), op.invert(5), op.lshift(1, 4), op.rshift(16, 2), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3))
print(op.lt(1, 2), op.le(2, 2), op.eq("a", "a"), op.ne(1, 2), op.ge(1, 2), op.gt(2, 1), op.not_([]), op.truth("x"), op.is_(None, None), op.is_not(1, None), op.contains([1, 2], 2), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.concat([1], [2]), op.index(True), op.length_hint([1, 2]), op.length_hint(iter([1, 2, 3])))
d = {"a": 1}
op.setitem(d, "b", 2), op.delitem(d, "a")
print(d, op.getitem("abc", 1), op.iadd([1], [2]), op.ior({1}, {2}), op.imul(3, 4), op.isub(5, 2), op.iconcat([1], [2]))
print(op.itemgetter(1)("abc"), op.itemgetter(0, 2)("abc"), op.itemgetter(slice(1, None))("abc"), op.itemgetter("x")({"x": 5}), sorted([("b", 2), ("a", 3)], key=op.itemgetter(1)), op.itemgetter(1, 2), repr(op.itemgetter("k")))
print(op.attrgetter("real")(3), op.attrgetter("real", "imag")(2j), op.attrgetter("__class__.__name__")(1), repr(op.attrgetter("a.b", "c")))
print(op.methodcaller("upper")("abc"), op.methodcaller("split", ",", maxsplit=1)("a,b,c"), repr(op.methodcaller("f", 1, k=2)), op.call(max, 1, 5))
for bad in (lambda: op.itemgetter()(1), lambda: op.itemgetter(5)("a"), lambda: op.attrgetter("nope")(1), lambda: op.attrgetter(3), lambda: op.indexOf([1], 2), lambda: op.index(1.5), lambda: op.add(1, "a"), lambda: op.methodcaller(3), lambda: op.length_hint(1, "a")):
    try:
        print(bad())
    except (TypeError, IndexError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)
print(op.__add__(1, 2), op.__lt__(1, 2), [f(10, 3) for f in (op.add, op.sub, op.mul, op.truediv, op.floordiv, op.mod)])
