"""Manager: proxies of lists, dicts, Namespace, Value, Lock; their texts."""
import multiprocessing as mp


def work(d, l, ns, lock):
    with lock:
        d["n"] = d.get("n", 0) + 1
        l.append(d["n"])
        ns.total += 10


if __name__ == "__main__":
    with mp.Manager() as m:
        d, l, ns, lock = m.dict(a=1), m.list([0]), m.Namespace(total=0), m.Lock()
        ps = [mp.Process(target=work, args=(d, l, ns, lock)) for _ in range(3)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(d, l, ns.total, dict(d), list(l))
        print(len(d), "a" in d, sorted(d.keys()), l[1:], l[-1], sorted(d.items()))
        print(type(d).__name__, type(l).__name__, type(ns).__name__, str(ns))
        for call in (lambda: d["zz"], lambda: l[99], lambda: ns.missing, lambda: l.remove(77)):
            try:
                call()
            except Exception as e:
                print(type(e).__name__, e)
        v = m.Value("i", 5)
        v.value += 1
        print(v.value, v)
        a = m.Array("i", [1, 2])
        a[0] = 7
        print(a[0], list(a), len(a))
        q = m.Queue(1)
        q.put(1)
        print(q.full(), q.get(), q.empty())
        e = m.Event()
        e.set()
        print(e.is_set(), e.wait(0))
        nested = m.list([m.list([1]), m.dict()])
        nested[0].append(2)
        nested[1]["k"] = "v"
        print([str(x) for x in nested])
    try:
        len(d)
    except Exception as e:
        print(type(e).__name__)
