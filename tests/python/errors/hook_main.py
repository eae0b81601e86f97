import sys, atexit, threading
def hook(kind, value, tb):
    print("hook", kind.__name__, value, tb.tb_lineno)
sys.excepthook = hook
atexit.register(print, "atexit")
raise ValueError("last words")
