import multiprocessing as mp

def fill(d, l, n):
    d[n] = n * n
    l.append(n)

def count(ns, lock):
    for _ in range(5):
        with lock:
            ns.total += 1

def serve(q, out):
    while (item := q.get()) is not None:
        out.put(item + 1)

if __name__ == "__main__":
    with mp.Manager() as m:
        d, l = m.dict(), m.list([10])
        ps = [mp.Process(target=fill, args=(d, l, i)) for i in range(4)]
        [p.start() for p in ps]
        [p.join() for p in ps]
        print(sorted(d.items()), sorted(l), len(d), 2 in d, d.get(9, "no"))
        print(d[3], l[0], sorted(d.keys()), sorted(d.values()))
        d.update(a=1)
        del d[0]
        print(d.pop("a"), 0 in d, sorted(d))
        try:
            d["missing"]
        except KeyError as e:
            print("KeyError", e)
        l.sort()
        l[0] = 5
        l.extend([1, 2])
        print(l, l[1:3], l.pop(), [x for x in l])
        ns = m.Namespace(total=0)
        lock = m.Lock()
        ps = [mp.Process(target=count, args=(ns, lock)) for _ in range(2)]
        [p.start() for p in ps]
        [p.join() for p in ps]
        print(ns.total, ns)
        v = m.Value("i", 3)
        v.value += 1
        print(v.value, v)
        q, out = m.Queue(), m.Queue()
        p = mp.Process(target=serve, args=(q, out))
        p.start()
        for i in (1, 2):
            q.put(i)
        q.put(None)
        p.join()
        print(out.get(), out.get(), out.empty())
        e = m.Event()
        print(e.is_set())
        e.set()
        print(e.wait())
        with mp.Pool(2) as pool:
            pool.starmap(fill, [(d, l, i) for i in (20, 30)])
        print(d[20], 30 in l)
        nested = m.dict(x=[1])
        nested["x"].append(2)
        print(nested["x"])
