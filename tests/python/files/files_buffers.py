# What is written, and when others see it: flush, close, with, line buffering, the end of the last reference.
import os

f = open("t.txt", "w")
f.write("held back")
print(os.path.getsize("t.txt"), repr(open("t.txt").read()))
f.flush()
print(os.path.getsize("t.txt"))
f.write(" and more")
print(open("t.txt").read())
f.close()
print(open("t.txt").read())
with open("line.txt", "w", buffering=1) as f:
    f.write("part")
    a = os.path.getsize("line.txt")
    f.write(" and end\nnext")
    print(a, os.path.getsize("line.txt"))
with open("big.txt", "w") as f:
    for i in range(3000):
        f.write("0123456789")
    print(os.path.getsize("big.txt") > 8000)
print(os.path.getsize("big.txt"))

def forgets():
    open("lost.txt", "w").write("written when it goes away")

forgets()
print(open("lost.txt").read())
try:
    with open("t.txt", "w") as f:
        f.write("kept")
        raise KeyError("stop")
except KeyError:
    print(f.closed, open("t.txt").read())
with open("both.txt", "w+") as f:
    f.write("hello world")
    f.seek(0)
    print(f.read(5), f.tell())
    f.seek(0)
    f.write("J")
    f.seek(0)
    print(f.read(), f.truncate(4), os.path.getsize("both.txt"))
a, b = open("both.txt", "a"), open("both.txt", "a")
a.write("1"); b.write("2"); b.close(); a.close()
print(open("both.txt").read())
print("to a file", 1, 2, sep="-", file=open("print.txt", "w"), flush=True)
print(open("print.txt").read())
