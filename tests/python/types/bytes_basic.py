data = b"hello world"
print(data, len(data), data[0], data[1:4], data[-1], list(data[:3]))
print(data.decode(), bytes([65, 66, 67]), bytes(3), bytes("hé", "utf-8"))
print(data.upper(), data.split(), data.replace(b"o", b"0"), b"-".join([b"a", b"b"]), data.find(b"wor"))
print(data.startswith(b"hell"), b"ell" in data, 104 in data, data + b"!", b"ab" * 2)
print(data.hex(), bytes.fromhex("48 69"), b"\x00\xff\n'")
print(b"a" < b"b", b"a" == b"a", b"a" == "a", hash(b"a") == hash(b"a"))
array = bytearray(b"abc")
array.append(100)
array[0] = 65
array.extend(b"ef")
print(array, bytes(array), len(array), array[1:3])
for byte in b"az":
    print(byte, end=" ")
print()
try:
    b"\xff".decode("utf-8")
except UnicodeDecodeError as error:
    print(type(error).__name__, error)
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(type(error).__name__, error)
print("é€".encode("ascii", "ignore"), "é".encode("ascii", "replace"), b"\xffa".decode("utf-8", "replace"))
print("é".encode("latin-1"), b"\xe9".decode("latin-1"))
print(b"it's", bytearray(b"it's"), bytearray(b"a\"b'c"), bytearray(b'"'), b"a\"b'c")
