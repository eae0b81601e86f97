"""threading.excepthook: its arguments, its default's text, and that SystemExit is silent."""
import io
import sys
import threading


def bad():
    raise ValueError("in thread")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback.tb_lineno > 0, len(args))


sys.stderr = sys.stdout
threading.excepthook = hook
for target in (bad, sys.exit, lambda: 1 / 0):
    t = threading.Thread(target=target, name="T")
    t.start()
    t.join()
print(threading.excepthook is threading.__excepthook__)
threading.excepthook = threading.__excepthook__
sys.stderr = out = io.StringIO()
t = threading.Thread(target=bad, name="T")
t.start()
t.join()
lines = out.getvalue().splitlines()
print(lines[:2], lines[-1])
sys.stderr = sys.stdout
threading.excepthook(threading.ExceptHookArgs([SystemExit, SystemExit(1), None, None]))
print("end")
