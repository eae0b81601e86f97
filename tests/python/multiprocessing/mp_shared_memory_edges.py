"""Shared memory: sizes, names, buffers, errors, ShareableList."""
from multiprocessing import shared_memory, Process


def child(name):
    s = shared_memory.SharedMemory(name)
    s.buf[0] = 99
    s.close()


def attempt(what, call):
    try:
        print(what, call())
    except Exception as e:
        print(what, type(e).__name__, e)


if __name__ == "__main__":
    s = shared_memory.SharedMemory(create=True, size=10, name="loop_test_a")
    print(s.name, s.size, bytes(s.buf[:3]))
    s.buf[:3] = b"abc"
    p = Process(target=child, args=(s.name,))
    p.start()
    p.join()
    print(bytes(s.buf[:3]))
    attempt("exists", lambda: shared_memory.SharedMemory("loop_test_a", create=True, size=3))
    attempt("size", lambda: shared_memory.SharedMemory(create=True, size=0))
    attempt("none", lambda: shared_memory.SharedMemory("loop_test_no"))
    attempt("negative", lambda: shared_memory.SharedMemory(create=True, size=-1))
    s.close()
    attempt("closed", lambda: s.buf[0])
    s.unlink()
    attempt("gone", lambda: shared_memory.SharedMemory("loop_test_a"))
    l = shared_memory.ShareableList([1, 2.5, "text", None, True, b"x"])
    print(list(l), len(l), l[2], l.count(1), l.index("text"))
    l[0] = 10
    l[2] = "abcd"
    attempt("long", lambda: l.__setitem__(2, "far too long for it"))
    attempt("index", lambda: l[10])
    attempt("missing", lambda: l.index(999))
    print(list(l), l.format)
    l.shm.close()
    l.shm.unlink()
