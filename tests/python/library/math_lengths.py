# Lengths and hyperbolic tangents, to the last bit.
import math

for parts in [(3, 4), (1e200, 1e200), (1, 2, 3), (), (float("nan"), 0), (float("inf"), float("nan")), (1e-310, 1e-310), (0.1, 0.2), (1, 1),
              (5.3, 2.1, 9.7, 0.4), (1e308, 1e308), (-3, 4), (2**0.5, 3**0.5), (0.0, 0.0), (7,), (1e-200, 1e200)]:
    print(parts, math.hypot(*parts))
for i in range(1, 40):
    print(math.hypot(i / 7, i * 1.3), math.tanh(i / 9), math.dist((i, 2 * i), (i * i, 3.5)))
for x in (0.0, -0.0, 1e-20, 0.3, -0.3, 0.5493, 1.0, -2.5, 21.9, 22.1, 50, float("inf"), float("-inf"), float("nan")):
    print(x, math.tanh(x))
print(math.dist([1, 2, 3], [4, 6, 3]), math.dist((), ()), math.copysign(1, math.hypot(0.0, -0.0)))
try:
    math.dist((1,), (1, 2))
except ValueError as e:
    print(e)
