"""terminate(), kill(): exit codes are negative signals; a lock held by the dead stays held."""
import multiprocessing as mp
import signal
import time


def hold(lock, ready):
    lock.acquire()
    ready.set()
    time.sleep(60)


if __name__ == "__main__":
    for end in ("terminate", "kill"):
        lock, ready = mp.Lock(), mp.Event()
        p = mp.Process(target=hold, args=(lock, ready))
        p.start()
        ready.wait()
        getattr(p, end)()
        p.join()
        print(end, p.exitcode, -p.exitcode == getattr(signal, "SIGTERM" if end == "terminate" else "SIGKILL"))
        print(lock.acquire(timeout=0.05))
    print(repr(p).split(" ")[0], "exitcode=-SIGKILL" in repr(p), "stopped" in repr(p))
