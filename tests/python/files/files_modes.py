# Every mode of open, and what each does to a file that exists or does not.
import os

def attempt(what, call):
    try:
        print(what, "->", call())
    except Exception as e:
        print(what, type(e).__name__, e)

for mode in ("r", "r+", "w", "a", "x", "w+", "a+", "rb", "wb", "xb", "ab+", "br+"):
    for exists in (False, True):
        if os.path.exists("t.txt"):
            os.remove("t.txt")
        if exists:
            with open("t.txt", "w") as f:
                f.write("0123456789")
        try:
            f = open("t.txt", mode)
        except OSError as e:
            print(mode, exists, type(e).__name__, e.errno, e.strerror, e.filename)
            continue
        size, place = os.path.getsize("t.txt"), f.tell()
        print(mode, exists, size, place, f.readable(), f.writable(), f.seekable(), f.mode, type(f).__name__)
        f.close()
for mode in ("", "q", "rw", "r+w", "rr", "rbt", "tt", "U", "b", "+"):
    attempt(repr(mode), lambda: open("t.txt", mode))
attempt("unbuffered text", lambda: open("t.txt", "r", 0))
attempt("binary encoding", lambda: open("t.txt", "rb", encoding="utf-8"))
attempt("newline", lambda: open("t.txt", newline="x"))
attempt("encoding", lambda: open("t.txt", encoding="klingon"))
attempt("folder", lambda: open("."))
attempt("no folder", lambda: open("none/t.txt", "w"))
attempt("through a file", lambda: open("t.txt/x"))
attempt("number", lambda: open(2.5))
attempt("null", lambda: open("a\0b"))
attempt("empty", lambda: open(""))
