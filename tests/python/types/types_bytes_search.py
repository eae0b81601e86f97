# Looking for bytes in bytes, also where a plain search would take for ever.
n = 200_000
hay = b"a" * n + b"b"
needle = b"a" * (n // 2) + b"c"
print(needle in hay, hay.find(needle), hay.rfind(b"a" * (n // 2)), hay.count(needle[:-1]), hay.index(needle[1:-1]))
print(len(hay.replace(needle[:-1], b"xy")), hay.replace(needle, b"-") == hay, hay.split(needle[:-1]), hay.rsplit(needle[:-1], 1)[1])
print(hay.partition(needle[:-1])[2][-3:], hay.rpartition(b"c")[0], bytearray(hay).count(b"b"))
print(b"abcabc".replace(b"bc", b"X", 1), b"abcabc".replace(b"", b"-"), b"abc".replace(b"", b"-", 2), b"aaa".replace(b"aa", b"b"), b"ab".replace(b"ab", b""))
print(b"" in b"", b"abc".find(b""), b"abc".rfind(b""), b"abc".count(b""), b"abcabc".find(b"c", 3), b"abcabc".rfind(b"a", 0, 3), b"abcabc".count(b"b", 2), 98 in b"abc", b"abc".find(98))
