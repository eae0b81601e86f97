print(type(zip) is type, isinstance(map(str, [1]), map), isinstance(filter(None, []), filter), isinstance(enumerate("a"), enumerate), isinstance(zip(), zip))
print(isinstance(reversed([1]), reversed), issubclass(zip, object), zip.__name__, map, filter, type(map(str, [])).__name__, type(iter(range(2**70))).__name__)


class Pairs(zip):
    pass


print(list(Pairs([1], "a")), [type(iter(x)).__name__ for x in (bytearray(), b"")])
