# os.open and its kin: descriptors, pipes, copies.
import os
fd = os.open("t.txt", os.O_RDWR | os.O_CREAT, 0o644)
print(fd >= 3, os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.read(fd, 100), os.read(fd, 1))
print(os.fstat(fd).st_size, os.lseek(fd, -5, os.SEEK_END), os.read(fd, 3))
copy = os.dup(fd)
print(os.lseek(copy, 0, os.SEEK_CUR), os.lseek(fd, 1, 0), os.read(copy, 2))
os.ftruncate(fd, 4)
os.close(fd)
print(os.pread(copy, 10, 0) if hasattr(os, "pread") and False else os.lseek(copy, 0, 0), os.read(copy, 10))
with os.fdopen(copy, "r+") as f:
    print(f.fileno() == copy, f.name == copy, f.seek(0), f.read())
for call in (lambda: os.read(copy, 1), lambda: os.fdopen(copy), lambda: os.open("t.txt", os.O_CREAT | os.O_EXCL)):
    try:
        call()
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror)
r, w = os.pipe()
print(os.write(w, b"through the pipe"), os.read(r, 7), os.read(r, 100))
with os.fdopen(w, "w") as out:
    out.write("one\ntwo\n")
with os.fdopen(r) as f:
    print(f.readlines())
r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    with os.fdopen(w, "w") as out:
        out.write("from the child")
    os._exit(3)
os.close(w)
with os.fdopen(r) as f:
    print(f.read())
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
with open("shared.txt", "w") as f:
    f.write("parent ")
    f.flush()
    pid = os.fork()
    if pid == 0:
        f.write("child ")
        f.flush()
        os._exit(0)
    os.waitpid(pid, 0)
    f.write("parent again")
print(open("shared.txt").read())
a, b = open("t.txt"), open("t.txt")
print(b.fileno() - a.fileno(), os.isatty(a.fileno()), os.urandom(4) != os.urandom(4), len(os.urandom(5)))
