def show(f):
    try:
        print("fine", f())
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


class A: pass
a = A()
x = [1, 2, 3]; d = {"k": 1}; s = "abc"; t = (1, 2); f = 1.5; n = None; b = b"ab"; st = {1}
import operator
for op in "add sub mul truediv floordiv mod pow matmul lshift rshift and_ or_ xor lt le gt ge contains".split():
    for left, right in [(1, 'a'), ('a', 1), ([1], 1), (None, 1), (a, 1), (1, a), ({}, []), ((1,), [1]), (1.5, 1j), ({1}, [1]), (len, 1), (A, A)]:
        if op == "or_" and left is A: continue
        try:
            getattr(operator, op)(left, right)
        except Exception as e:
            text = str(e)
            print(op, type(left).__name__, type(right).__name__, type(e).__name__, text)
