"""Process subclasses, names, daemons, parents, exit codes by signals."""
import multiprocessing as mp
import os
import signal
import time


class Worker(mp.Process):
    def __init__(self, q, n):
        super().__init__(name=f"worker-{n}", daemon=n % 2 == 0)
        self.q, self.n = q, n

    def run(self):
        me = mp.current_process()
        self.q.put((self.n, me.name, me.daemon, mp.parent_process().name, me is self or me.name == self.name))


def stubborn():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(10)


if __name__ == "__main__":
    q = mp.Queue()
    ws = [Worker(q, n) for n in range(3)]
    for w in ws:
        w.start()
    print(sorted(q.get() for _ in ws))
    for w in ws:
        w.join()
    print([w.exitcode for w in ws], mp.current_process().name, mp.parent_process())
    p = mp.Process(target=time.sleep, args=(10,))
    p.start()
    p.join(0.05)
    print(p.exitcode, p.is_alive())
    p.terminate()
    p.join()
    print(p.exitcode, -p.exitcode == signal.SIGTERM)
    p = mp.Process(target=stubborn)
    p.start()
    time.sleep(0.3)
    p.terminate()
    p.join(0.1)
    print(p.is_alive())
    p.kill()
    p.join()
    print(p.exitcode)
    print(mp.Process().name.startswith("Process-"), mp.get_start_method(), mp.cpu_count() > 0)
    p = mp.Process(target=os.getpid)
    print(p.sentinel if p.pid else "no sentinel yet")
