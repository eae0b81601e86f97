"""Value and Array: types, locks, slices, errors."""
import ctypes
import multiprocessing as mp


def add(v, a, n):
    for _ in range(n):
        with v.get_lock():
            v.value += 1
        with a:
            a[0] += 1


def attempt(what, call):
    try:
        print(what, call())
    except Exception as e:
        print(what, type(e).__name__, e)


if __name__ == "__main__":
    v, a = mp.Value("i", 0), mp.Array("d", 3)
    ps = [mp.Process(target=add, args=(v, a, 50)) for _ in range(3)]
    [p.start() for p in ps]
    [p.join() for p in ps]
    print(v.value, a[:], len(a))
    a[1:] = [2.5, 3]
    print(list(a), a[-1])
    attempt("index", lambda: a[5])
    attempt("type", lambda: a.__setitem__(0, "x"))
    attempt("type", lambda: setattr(v, "value", "x"))
    s = mp.Array("c", b"hello")
    print(s.value, s.raw)
    raw = mp.RawValue("d", 1.5)
    print(raw.value)
    attempt("code", lambda: mp.Value("?!", 0))
    n = mp.Value(ctypes.c_long, 7, lock=False)
    print(n.value)
    c = mp.Array(ctypes.c_int, [1, 2, 3], lock=False)
    print(list(c))
