# The order in which sets show what their methods leave: that of the table, which hangs on the steps that filled it.
a = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
b = [544, 705, 481, 386, 325, 841, 490, 747, 298, 115, 150, 982, 280, 923, 413]
c = set(a)
c.symmetric_difference_update(b)
print(c)
print(a.symmetric_difference(b))
d = set(range(10))
d.update(dict.fromkeys([162, 995, 388, 231, 935, 393, 298, 491, 875, 725, 984, 505, 442]))
print(d)
e = set([996, 550, 70, 839, 554, 235, 910, 750, 49, 338, 435, 273, 157, 599, 87, 509, 831])
e.difference_update(["p"])
print(e)
e.difference_update([996, 550, 70, 839, 554, 235, 910, 750, 49, 338, 435, 273])
print(e)
print({1, 40, 9, 17, 33, 25}.difference([40, 1]), {1, 40, 9, 17, 33, 25}.difference({40: 0, 1: 0}), {1, 40, 9, 17, 33, 25} - {40, 1})
print({1, 40, 9, 17, 33, 25}.intersection([25, 33, 40]), {1, 40, 9, 17, 33, 25}.intersection([25], (25, 33)))
print({3}.difference(range(3)), {3}.union([11, 19], {27}), frozenset({8, 16}).symmetric_difference([16, 24]))
try:
    {1}.difference([[]])
except TypeError as e:
    print(e)
