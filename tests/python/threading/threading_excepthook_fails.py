"""threading.excepthook: replaced, failing, restored; SystemExit is silent."""
import sys
import threading


def fail():
    raise ValueError("original")


def run(hook):
    threading.excepthook = hook
    t = threading.Thread(target=fail, name="w")
    t.start()
    t.join()


run(lambda args: print("hook", args.exc_type, args.exc_value, args.thread.name, len(args)))
run(lambda args: 1 / 0)
run(threading.__excepthook__)
print(type(threading.ExceptHookArgs((ValueError, None, None, None))).__name__)
sys.excepthook = lambda t, v, tb: print("sys hook", t.__name__, v)
run(lambda args: [][1])
raise LookupError("main")
