import sys, traceback
def f(n):
    if n == 0: raise ValueError("deep")
    return f(n - 1)
def a(n):
    if n == 0: raise ValueError("deep")
    b(n - 1)
def b(n):
    a(n)
for n in 1, 2, 3, 4, 5, 10:
    try:
        f(n)
    except ValueError:
        print(traceback.format_exc())
try:
    a(4)
except ValueError:
    print(traceback.format_exc())
def g(): return g()
try: g()
except RecursionError as e:
    print(e)
    t = traceback.format_exc().splitlines()
    print(len(t), *t[:8], *t[-3:], sep="\n")
f(6)
