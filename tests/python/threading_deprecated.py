import threading, warnings
t=threading.Thread(target=print, args=("x",))
t.setDaemon(True)
t.start(); t.join()
for _ in range(2): print(t.getName(), threading.currentThread().name)
def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)
old()
warnings.warn("careful")
