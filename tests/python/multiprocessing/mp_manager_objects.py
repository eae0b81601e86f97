"""A manager's dict, list, Namespace, Value, Lock and Queue, changed by a child."""
import multiprocessing as mp


def change(d, l, ns, v, lock, q):
    with lock:
        d["child"] = len(l)
        l.append("more")
        l[0] = d["child"]
        ns.x += 1
        v.value *= 2
    q.put(sorted(d.keys()))


if __name__ == "__main__":
    with mp.Manager() as m:
        d, l, ns, v = m.dict(a=1), m.list([1, 2]), m.Namespace(x=1), m.Value("i", 21)
        q, lock = m.Queue(), m.Lock()
        p = mp.Process(target=change, args=(d, l, ns, v, lock, q))
        p.start()
        p.join()
        print(d.copy(), l[:], ns.x, v.value, q.get())
        print(len(d), "a" in d, d.pop("a"), d.get("none", 0), list(d.items()), l.index("more"))
        for call in (lambda: d["gone"], lambda: l[9], lambda: ns.y, q.get_nowait):
            try:
                call()
            except Exception as e:
                print(type(e).__name__, e)
        print(str(l), str(d), type(l).__name__)
