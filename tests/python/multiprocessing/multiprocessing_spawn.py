import multiprocessing as mp, os, sys

value = "top"
print("top level", __name__)

def show(q, n):
    q.put((n, value, __name__, mp.current_process().name))

def add(v, lock, ev):
    with lock:
        v.value += 1
    ev.wait()

def square(x):
    return x * x

class Mine(mp.Process):
    def __init__(self, n):
        super().__init__()
        self.n = n

    def run(self):
        print("mine", self.n, flush=True)

if __name__ == "__main__":
    sys.stdout.flush()
    value = "main"
    mp.set_start_method("spawn")
    try:
        mp.set_start_method("fork")
    except RuntimeError as e:
        print(e, flush=True)
    q = mp.Queue()
    p = mp.Process(target=show, args=(q, 1))
    p.start()
    print(q.get(), flush=True)
    p.join()
    v, lock, ev = mp.Value("i", 5), mp.Lock(), mp.Event()
    p = mp.Process(target=add, args=(v, lock, ev))
    p.start()
    ev.set()
    p.join()
    print(v.value, p.exitcode, flush=True)
    try:
        mp.Process(target=lambda: 1).start()
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0], flush=True)
    m = Mine(4)
    m.start()
    m.join()
    with mp.Pool(1) as pool:
        print(pool.map(square, range(4)), flush=True)
    ctx = mp.get_context("fork")
    q2 = ctx.Queue()
    p = ctx.Process(target=show, args=(q2, 2))
    p.start()
    print(q2.get(), flush=True)
    p.join()
    print(mp.get_start_method(), mp.get_context("spawn").Process.__name__, flush=True)
