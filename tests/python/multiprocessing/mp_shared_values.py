"""Value and Array: types, locks, slices, errors."""
import multiprocessing as mp


def add(v, a, n):
    for _ in range(n):
        with v.get_lock():
            v.value += 1
    a[1] = 2.5


if __name__ == "__main__":
    v, a = mp.Value("i", 5), mp.Array("d", [0, 1, 2])
    ps = [mp.Process(target=add, args=(v, a, 50)) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(v.value, a[:], len(a), a[-1], list(a))
    a[0:2] = [9, 8]
    print(a[:], [x * 2 for x in a])
    raw = mp.Value("d", lock=False)
    raw.value = 3
    print(raw.value, hasattr(raw, "get_lock"), mp.Array("i", 3)[:])
    for call in (lambda: mp.Value("?x", 1), lambda: a[5], lambda: setattr(v, "value", "x")):
        try:
            call()
        except Exception as e:
            print(type(e).__name__)
    text = mp.Array("c", b"hello")
    print(text.value, text.raw)
