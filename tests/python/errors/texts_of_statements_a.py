def show(f):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class A: pass
a = A()
x = [1, 2, 3]; d = {"k": 1}; s = "abc"; t = (1, 2); f = 1.5; n = None; b = b"ab"; st = {1}
def w1():
    with 5: pass
def w2():
    with a as z: pass
def w3():
    raise 5
def w4():
    raise A
def w5():
    raise ValueError from 5
def w6():
    try: 1 / 0
    except 5: pass
def w7():
    raise
def w8():
    for i in a: pass
def w9():
    return [*5]
def w10():
    return {**5}
def w11():
    return {[]: 1}
def w12():
    return {[]}
def w13():
    assert 0, [1]
def w14():
    yield_ = (yield_)
def w15():
    class X(5): pass
def w16():
    class X(int, str): pass
def w17():
    class X(A, A): pass
def w18():
    class X(object, A): pass
def w19():
    class X(bool): pass
def w20():
    class X(metaclass=5): pass
def w21():
    class X(A, foo=1): pass
def w22():
    return "%d" % "a"
def w23():
    return "%s %s" % 1
def w24():
    return "%s" % (1, 2)
for name, f in list(globals().items()):
    if name[0] == "w" and name[1:].isdigit():
        show(f)
