"""multiprocessing.Process at the wrong time; exit codes; uncaught errors in children."""
import multiprocessing as mp
import os
import sys
import time


def attempt(what, call):
    try:
        print(what, call())
    except BaseException as e:
        print(what, type(e).__name__, e)


def leave(how):
    if how == "error":
        raise ValueError("in child")
    if how == "text":
        sys.exit("message")
    if how == "none":
        sys.exit()
    if how == "os":
        os._exit(9)
    sys.exit(how)


if __name__ == "__main__":
    p = mp.Process(target=leave, args=(3,), name="first")
    attempt("join early", p.join)
    attempt("exitcode early", lambda: p.exitcode)
    attempt("pid early", lambda: p.pid)
    attempt("terminate early", p.terminate)
    attempt("alive early", p.is_alive)
    p.start()
    attempt("start twice", p.start)
    attempt("daemon late", lambda: setattr(p, "daemon", True))
    p.join()
    print(p.exitcode, p.is_alive())
    attempt("close", p.close)
    attempt("closed", lambda: p.exitcode)
    for how in ("text", "none", "os", 300, "error"):
        p = mp.Process(target=leave, args=(how,), name="child")
        p.start()
        p.join()
        print(how, p.exitcode, flush=True)
    p = mp.Process(target=time.sleep, args=(10,))
    p.start()
    attempt("close running", p.close)
    p.kill()
    p.join()
    print(p.exitcode, mp.active_children())
    raise SystemExit(2)
