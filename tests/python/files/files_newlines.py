# Line ends: translated, kept, chosen; and what each reading of them gives.
raw = b"unix\nmac\rdos\r\nend"
with open("t.txt", "wb") as f:
    f.write(raw)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("t.txt", newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
    with open("t.txt", newline=newline) as f:
        print("  ", repr(f.read(6)), repr(f.read(4)), repr(f.readline()), repr(f.read()))
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("w.txt", "w", newline=newline) as f:
        f.write("a\nb\r\nc")
    with open("w.txt", "rb") as f:
        print(repr(newline), f.read())
import io
for newline in (None, "", "\n", "\r\n"):
    s = io.StringIO("x\r\ny\nz\r", newline=newline)
    print(repr(newline), repr(s.getvalue()), s.readlines())
with open("big.txt", "wb") as f:
    f.write(b"x" * 8191 + b"\r\n" + b"y" * 8192 + b"\r" + b"z\n")
with open("big.txt") as f:
    print([len(line) for line in f], f.newlines)
with open("big.txt") as f:
    print(len(f.readline()), f.tell(), len(f.read(8193)), len(f.read()))
