# count() of numbers of any kind.
import itertools
from decimal import Decimal
from fractions import Fraction
from itertools import count, islice

print(list(islice(count(), 3)), list(islice(count(5, -2), 4)), list(islice(count(0.5, 0.25), 3)))
print(list(islice(count(Fraction(1, 3), Fraction(1, 3)), 4)))
print(list(islice(count(Decimal("1.1"), Decimal("0.1")), 3)), list(islice(count(step=3), 3)), list(islice(count(1j), 2)))
print(count(3), count(3, 2), count(0.5))
for bad in ("a", None, [1]):
    try:
        print(count(bad))
    except TypeError as e:
        print(e)
print(list(zip(count(10**30), "ab")), [x for _, x in zip(range(3), count(2**63 - 1))])
