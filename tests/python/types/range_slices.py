print(list(range(5)), list(range(2, 8, 2)), list(range(5, 0, -2)), range(3), range(1, 9, 3))
r = range(0, 100, 7)
print(len(r), r[3], r[-1], 49 in r, 50 in r, r[2:5], list(r[::-5]), r.index(14), r == range(0, 99, 7), bool(range(0)))
letters = list("abcdefgh")
print(letters[2:5], letters[:3], letters[5:], letters[-3:-1], letters[::-2], letters[6:2:-1], letters[100:], letters[-100:2])
s = slice(1, 6, 2)
print(letters[s], s, s.start, s.stop, s.step, slice(None, 3).indices(5))
for i in range(3):
    for j in range(i):
        print(i, j, end="; ")
print()
try:
    [1, 2, 3][5]
except IndexError as error:
    print(error)
try:
    range(0, 5, 0)
except ValueError as error:
    print(error)
try:
    letters["x"]
except TypeError as error:
    print(error)
print(sum(range(1, 101)), max(range(5)), list(reversed(range(4))), range(10**18)[-1])
huge = range(5, 10 ** 15, 3)
print(len(huge), huge[10 ** 12], huge[-2], huge[10 ** 13:10 ** 13 + 6:2], 10 ** 14 in huge, huge.index(8))
try:
    huge[10 ** 15]
except IndexError as error:
    print(error)
