"""as_completed and wait: duplicates, done before, time-outs, order of ending."""
import concurrent.futures as cf
import time


def nap(n):
    time.sleep(n / 10)
    return n


with cf.ThreadPoolExecutor(4) as ex:
    fs = [ex.submit(nap, n) for n in (3, 1, 2)]
    print([f.result() for f in cf.as_completed(fs)])
    print(sorted(f.result() for f in cf.as_completed(fs + fs)))
    fs = [ex.submit(nap, n) for n in (1, 6)]
    try:
        for f in cf.as_completed(fs, timeout=0.3):
            print(f.result())
    except TimeoutError as e:
        print("TimeoutError", e)
    done, left = cf.wait(fs, timeout=0)
    print(len(done), len(left))
    done, left = cf.wait(fs, return_when=cf.FIRST_COMPLETED)
    print(len(done), len(left))
    bad = ex.submit(nap, "x")
    done, left = cf.wait([bad, ex.submit(nap, 3)], return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(left), type(bad.exception()).__name__, bad.exception())
    print(cf.wait([]))
    d = dict.fromkeys([ex.submit(nap, 0)], "label")
    print([d[f] for f in cf.as_completed(d)])
print(list(map(lambda f: f.done(), fs)))
