# range takes what has __index__, and says what has none.
class Three:
    def __index__(self):
        return 3


three = Three()
print(list(range(three)), range(three, 9), range(1, 9, three), range(9, three, -1))
print(len(range(three)), 2 in range(three), three in [three])
print([1, 2, 3, 4][three], "abcd"[:three], bytes(three))
for wrong in ("a", 1.5, None, [1]):
    try:
        range(three, wrong)
    except TypeError as e:
        print(e)


class Bad:
    def __index__(self):
        return "three"


try:
    range(Bad())
except TypeError as e:
    print(e)

print(10**30 in range(10**12), 10**30 not in range(10**12), 10**11 in range(10**12))
