import sys
def hook(kind, value, tb):
    raise RuntimeError("in the hook")
sys.excepthook = hook
def f(): raise KeyError("original")
f()
