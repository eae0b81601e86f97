"""A Process: before, while and after it runs; exit codes; what it refuses."""
import multiprocessing as mp
import sys
import time


def leave(how):
    if how == "raise":
        sys.stderr = open("/dev/null", "w")
        raise ValueError
    sys.exit(how)


if __name__ == "__main__":
    p = mp.Process(target=time.sleep, args=(0.05,), name="P", daemon=True)
    print(p.name, p.daemon, p.pid, p.exitcode, p.is_alive(), str(p)[:18])
    for call in (p.join, lambda: p.join(0)):
        try:
            call()
        except AssertionError as e:
            print(e)
    p.start()
    print(p.pid > 0, p.exitcode, p.is_alive(), p in mp.active_children())
    print(p.join(0.001), p.is_alive())
    p.join()
    print(p.exitcode, p.is_alive(), mp.active_children())
    try:
        p.start()
    except AssertionError as e:
        print(e)
    p.close()
    try:
        p.is_alive()
    except ValueError as e:
        print(e)
    for how in (None, 0, 3, True, "raise"):
        q = mp.Process(target=leave, args=(how,))
        q.start()
        q.join()
        print(how, q.exitcode)
    print(mp.current_process().name, mp.parent_process())
