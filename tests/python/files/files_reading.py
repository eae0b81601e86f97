# Reading text: all, by size, by line, by iteration, and where the position is then.
with open("t.txt", "w", encoding="utf-8") as f:
    print(f.write("first line\nzweite Zeile: äöü\n\nlast, no end"), f.tell())
with open("t.txt", encoding="utf-8") as f:
    print(repr(f.read(5)), f.tell(), repr(f.readline()), f.tell())
    print(repr(f.read(9)), repr(f.readline(4)), repr(f.readline(0)), repr(f.readline()))
    print(f.readlines(), repr(f.read()), repr(f.readline()), f.tell())
    print(f.seek(0), f.readlines(1), f.readlines(12), f.readlines(-1))
    f.seek(11)
    print([line for line in f])
    f.seek(0)
    for number, line in enumerate(f, 1):
        print(number, repr(line))
        if number == 2:
            break
    print(next(f), next(f), next(f, "end"))
    f.seek(0)
    next(f)
    try:
        f.tell()
    except OSError as e:
        print(e)
    f.seek(0, 2)
    print(f.tell(), repr(f.read()))
    for args in ((1, 1), (1, 2), (-1, 0), (0, 7)):
        try:
            f.seek(*args)
        except Exception as e:
            print(type(e).__module__, type(e).__name__, e)
    print(f.name, f.mode, f.encoding, f.errors, f.newlines, f.line_buffering, f.closed)
print(f.closed, f)
for call in (f.read, f.readline, f.tell, f.__enter__, f.flush, f.readable, lambda: list(f)):
    try:
        print(call())
    except ValueError as e:
        print(e)
f.close()
