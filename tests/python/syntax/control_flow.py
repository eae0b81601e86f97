for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
while True:
    steps -= 1
    if steps % 7:
        continue
    break
else:
    print("never")
print(steps)


def grade(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif score >= 70:
        return "C"
    return "F"


print([grade(s) for s in (95, 85, 75, 5)])
print(1 and 2, 0 and 2, 0 or "x", 1 or 1 / 0, not 0, not [1], None or [] or "end")
x = 5
print("big" if x > 3 else "small", 1 < x < 10, 1 < x > 4 != 3)
if (half := x // 2) > 1:
    print("walrus", half)
total = 0
for i in range(10):
    if i == 3:
        continue
    if i == 7:
        break
    total += i
print(total, i)
i = 0
while i < 3:
    i += 1
else:
    print("loop done", i)
for ch in "ab":
    pass
print(ch)
x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x |= 1; x &= 13; x ^= 2; x >>= 1
print(x)
assert x >= 0, "not reached"
del x
try:
    x
except NameError as error:
    print(error)
