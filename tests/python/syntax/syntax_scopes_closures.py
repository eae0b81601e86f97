# Scopes: nonlocal, global, class bodies, comprehensions, walrus, del, exception names, late binding, builtins hidden.
x = "module"


class C:
    x = "class"
    inner = [x for _ in range(1)]
    first = [y for y in x]
    get = lambda self: x

    def m(self):
        return x


def outer():
    x = "outer"

    def read():
        return x

    def write():
        nonlocal x
        x = "changed"

    def shadow():
        x = "mine"
        return x

    write()
    return read(), shadow(), x, read.__closure__[0].cell_contents


def glob():
    global x, fresh
    x, fresh = "by function", 1


print(C.inner, C.first, C().get(), C().m(), outer())
glob()
print(x, fresh)


def unbound():
    try:
        print(later)
    except UnboundLocalError as e:
        print(e)
    later = 1
    del later
    try:
        later
    except UnboundLocalError as e:
        print(e)

    def free():
        return cell

    try:
        free()
    except NameError as e:
        print(type(e).__name__, e)
    cell = 2
    return free()


print(unbound())
try:
    1 / 0
except ZeroDivisionError as err:
    kept = err
try:
    err
except NameError as e:
    print(e, kept)
print([z := n * 2 for n in range(3)], z, (w := 5) + w, any((hit := n) > 2 for n in range(9)), hit)
if (m := len("abc")) > 2 and (k := m + 1):
    print(m, k)
funcs = [lambda: n for n in range(3)]
print([f() for f in funcs], [[i * j for j in range(i)] for i in range(4)], {i: [j for j in range(i)] for i in range(2)})
len = lambda v: "hidden"
print(len([1]))
del len
print(len([1]))


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


a, b = counter(), counter()
print(a(), a(5), b(), a.__closure__[0].cell_contents)
for i in range(3):
    pass
else:
    print("else", i)
while i:
    i -= 1
    if i == 1:
        break
else:
    print("never")
exec_like = {**globals()}
print("x" in exec_like, "outer" in dir(), locals() is globals())
_, (q, *r), s = 1, (2, 3, 4), 5
print(q, r, s, [*r, *"ab"], (*r,), {*r, 9})
