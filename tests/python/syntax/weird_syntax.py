x = (1,
     2,  # comment
     3)
y = 1 + \
    2
a = b = c = 0
a += 1; b -= 1
if a: print("one line if")
for _ in range(2): pass
while False: ...
def one_liner(): return 5
class Empty: pass
print(x, y, a, b, c, one_liner(), Empty.__name__)
print([
    1,
    2,
][-1], {"k": (
    "v")}["k"])
d = {**{"a": 1}, "b": 2, **dict(c=3)}
print(d, [*range(2), *"xy"], (*[1], 2), {*[1, 2], 3} == {1, 2, 3})
print("implicit " "concatenation", 'single' + "double", b"bytes" b"join", f"{1}" "plain {x}")
print(0x1F, 0b11, 0o7, 1e3, 1_000, .5, 5., 10 .bit_length())
print(not 1 == 2, not (1 and 0), 1 if [] else 2 if () else 3, 5 if 0 else 6)
print((lambda: (yield))().__class__.__name__, (n for n in ()).__class__.__name__)
i = 0
i, lst = 1, [0, 0]
lst[i], i = 5, 9
print(lst, i)
print(1 < 2 > 1 != 3 == 3, 1 in [1] == True, (1 in [1]) == True)
print(-3 ** 2, 2 ** -1, not True or True, 1 | 2 ^ 3 & 1 << 2, 7 - 3 - 2, 2 ** 2 ** 3, ~1 + 1)
nested = {"f": lambda n: [n] * 2}
print(nested["f"](3)[0], [[1, 2], [3]][0][1], "abc"[1:][0], (1, (2, (3,)))[1][1][0])
assert True
global_name: int = 5
def typed(a: int, *, b: "str" = "z") -> None: return (a, b)
print(typed(1), global_name, __debug__)
async def coroutine(): return 1
coroutine().close()
type Alias = list[int]
print(Alias.__name__)
def generic[T](value: T) -> T: return value
print(generic(3))
print(f"{'nested "quotes" ok'}", f'{x!r:>12}', f"{3.14159:{'.2f'}}", rf"\d{1}", f"{'a' if x else 'b'}", f"{ {'k': 1}['k'] }")
if (n := len(x)) > 2 and (m := n * 2): print(n, m)
print(*(c for c in "abc"), sep="|", end=".\n")
try: 1 / 0
except ZeroDivisionError: print("caught")
else: print("no")
finally: print("end")
with open("/dev/null") if False else __import__("contextlib").nullcontext(1) as w: print(w)
