# Binary files: reading and writing at places, buffers, raw files.
import io
with open("t.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.tell(), f.seek(20), f.write(b"end"), f.truncate(22), f.tell())
with open("t.bin", "rb") as f:
    print(f.read(), f.read(), f.seek(-4, 2), f.read(2), f.seek(-1, 1), f.tell(), f.read1())
    buffer = bytearray(5)
    f.seek(3)
    print(f.readinto(buffer), buffer, f.peek(2)[:2], type(f.raw).__name__, f.name, f.mode, f.raw.mode)
    try:
        f.write(b"x")
    except io.UnsupportedOperation as e:
        print("unsupported", e)
    try:
        f.seek(-1)
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
with open("t.bin", "r+b") as f:
    f.seek(5)
    f.write(b"ABC")
    print(f.tell(), f.read(2), f.seek(0), f.read(9))
    f.seek(2)
    f.write(b"zz")
    f.seek(0)
    print(f.read())
with open("t.bin", "ab") as f:
    f.seek(0)
    f.write(b"!")
    print(f.tell())
with open("t.bin", "rb", buffering=0) as f:
    print(type(f).__name__, f.read(3), f.readall()[-3:], f)
with open("lines.bin", "wb") as f:
    f.writelines([b"one\n", b"two\n", bytearray(b"three")])
with open("lines.bin", "rb") as f:
    print(f.readline(), f.readline(2), list(f))
for bad in ("text", 5, None, [1]):
    with open("t.bin", "wb") as f:
        try:
            print(f.write(bad))
        except TypeError as e:
            print(e)
for f in (open("t.bin", "wb"), open("t.bin", "rb")):
    f.close()
    for name in ("read", "write", "seek", "flush", "tell", "readline"):
        try:
            getattr(f, name)(*([b""] if name == "write" else [0] if name == "seek" else []))
            print(name, "fine")
        except (ValueError, io.UnsupportedOperation) as e:
            print(name, e)
