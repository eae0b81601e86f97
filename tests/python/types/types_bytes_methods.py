# bytes and bytearray as ASCII text: parts, cases, padding, tables.
b = b"Hello, World"
print(b.removeprefix(b"Hello"), b.removesuffix(b"World"), b.removeprefix(b"x"))
print(b.partition(b", "), b.rpartition(b"o"), b.partition(b"?"), b.rpartition(b"?"))
print(b"a b  c".rsplit(), b"a,b,c".rsplit(b",", 1), b"  x y ".rsplit(None, 1), b"a,,b".split(b","))
print(b"one\ntwo\r\nthree\r".splitlines(), b"a\n\nb".splitlines(True), b"".splitlines())
print(b.swapcase(), b.title(), b"hELLO wORLD".capitalize(), b"they're".title())
print(b"x".center(7, b"*"), b"ab".center(5), b"x".ljust(3) + b"|", b"x".rjust(3, b"0"))
print(b"-42".zfill(6), b"7".zfill(3), b"+".zfill(2), b"a\tbc\td".expandtabs(4))
print(b"abc".islower(), b"ABC1".isupper(), b"Ab Cd".istitle(), b" \n".isspace(), b"\x80".isascii(), b"".isdigit())
print(b"read this short text".translate(None, b"aeiou"))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), bytearray(b"abc").translate(bytes.maketrans(b"c", b"!")))
print(b"abcabc".count(b"bc"), b"aaa".count(b""), b"abcabc".count(b"a", 1), b"abc".find(b"c", -1), b"abc".index(98))
print(b"abc".startswith(b"b", 1), b"abc".endswith((b"x", b"bc")), b"ab".replace(b"", b"-"), b"aaa".replace(b"a", b"b", 2))
print(bytearray.fromhex("2Ef0 F1f2"), bytes.fromhex("2ef0"), bytes(3), bytes([1, 2]), bytes("é", "utf-8"))
ba = bytearray(b"abc")
ba.insert(1, 120)
ba.insert(-1, 121)
ba.remove(97)
ba += b"!"
print(ba, ba.copy() is ba, ba.upper(), ba.pop(), ba[1:3], ba == b"xbyc")
ba[1:2] = b"ZZZ"
del ba[0]
ba.extend([1, 2])
print(ba, ba * 2, ba + b"end", b"start" + ba, type(b"" + ba), type(ba + b""))
for job in (
    lambda: ba.remove(200),
    lambda: ba.insert(0, 256),
    lambda: b"x".center(3, b"ab"),
    lambda: b"abc".startswith("a"),
    lambda: b"".partition(b""),
    lambda: bytes.maketrans(b"a", b"bc"),
    lambda: b"a".join(["b"]),
    lambda: b"a" + "b",
    lambda: bytes("x"),
    lambda: bytes([300]),
    lambda: b"abc".index(b"z"),
    lambda: bytes.fromhex("zz"),
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
