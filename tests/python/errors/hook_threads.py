import threading, sys
def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)
def boom(): raise ValueError("in thread")
threading.excepthook = hook
t = threading.Thread(target=boom, name="bad"); t.start(); t.join()
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=boom, name="worse"); t.start(); t.join()
t = threading.Thread(target=sys.exit, args=(3,)); t.start(); t.join()
class T(threading.Thread):
    def run(self): {}["missing"]
T(name="sub").start()
print("main goes on")
sys.exit(4)
