import timeit
def f(n=3):
    return sum(range(n))
x=5
print(timeit.timeit("f(x)", globals=globals(), number=1000) > 0)
print(timeit.timeit("y+1", setup="y=2", number=100) > 0)
print(timeit.timeit("for i in range(3):\n    z = i\nif z: pass", number=100) > 0)
print(timeit.timeit(lambda: f(), number=1000) > 0, timeit.Timer("pass").timeit(10) >= 0)
try: timeit.timeit("undefined_name", number=1)
except NameError as e: print(e)
print(min(timeit.repeat("f()", "from __main__ import f", number=10)) > 0)
