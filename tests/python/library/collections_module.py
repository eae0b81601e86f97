from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

counts = Counter("mississippi")
print(counts, counts["s"], counts["z"], counts.most_common(2), sorted(counts.elements())[:4], sum(counts.values()), counts.total())
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5), Counter("ab") & Counter("bc"), Counter("ab") | Counter("bc"))
counts.update("miss")
counts.subtract({"i": 2})
print(counts, dict(Counter(["x", "y", "x"])))
groups = defaultdict(list)
for word in ["apple", "avocado", "bean", "cherry", "banana"]:
    groups[word[0]].append(word)
print(dict(groups), groups, len(groups["zzz"]), list(groups))
numbers = defaultdict(int)
for n in [1, 2, 1]:
    numbers[n] += 1
print(numbers, numbers.get(5), defaultdict(lambda: "dflt")["k"])
line = deque([1, 2, 3], maxlen=4)
line.append(4)
line.append(5)
line.appendleft(0)
print(line, line.popleft(), line.pop(), len(line), line[0], list(line), line.maxlen)
line.rotate(1)
line.extend([8, 9])
line.extendleft([7])
print(line, 9 in line, deque("ab"), list(reversed(deque([1, 2]))))
Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), p._replace(x=5), p._asdict(), Point._fields, Point._make([3, 4]), sum(p))
x, y = p
Pair = namedtuple("Pair", "left right", defaults=[0])
print(x, y, Pair(1), Pair(1, 2))
try:
    Point(1)
except TypeError as error:
    print(error)
od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a")
print(od, od.popitem(last=False), list(od), OrderedDict(a=1) == {"a": 1})
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain["a"], chain["b"], sorted(chain), dict(chain))
try:
    deque().pop()
except IndexError as error:
    print(error)
