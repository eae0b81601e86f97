# Sets of strings, bytes, tuples and numbers show their items in the order of CPython's table.
words = "the quick brown fox jumps over the lazy dog and runs away from it".split()
print(set(words))
print({"apple", "banana", "cherry"}, {"a", "b"}, set("mississippi"))
print({str(n) for n in range(40)})
print({1, "a", None, 2.5, (1, 2), b"x", frozenset({3, 4}), True})
odd, few = set(range(0, 100, 7)), {"x", 1}
print(odd | few, odd - few, odd ^ few, odd & few, odd.copy())
many = {f"key{n}" for n in range(100)}
print(many - {"key1"})
many.discard("key5")
many.update(["one", "two"], ("three",))
print(many)
print(many.copy(), many.pop())
print(frozenset(words) & {"fox", "dog", "lazy"})
print({"é", "日本", "😀", "ß", ""})
colours = {"red", "green", "blue"}
while colours:
    print(colours.pop(), end=" ")
print()
for name in {"Ada", "Grace", "Edsger", "Barbara", "Alan"}:
    print(name, end=" ")
print()
print(list({(x, y) for x in range(3) for y in "ab"}))
print(set("hello") ^ set("world"), set("hello").union("help", "yes"))
