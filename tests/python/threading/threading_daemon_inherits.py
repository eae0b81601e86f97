"""Daemon flags are inherited; daemon threads see the end of the main thread only by dying."""
import threading
import time


def child():
    inner = threading.Thread(target=lambda: print("inner", threading.current_thread().daemon))
    print("child", threading.current_thread().daemon, inner.daemon)
    inner.start()
    inner.join()


for daemon in (None, True, False):
    t = threading.Thread(target=child, daemon=daemon)
    t.start()
    t.join()
print([t.name for t in threading.enumerate()], threading.active_count())


def late():
    time.sleep(0.1)
    print("late starts another")
    threading.Thread(target=lambda: (time.sleep(0.1), print("another"))).start()


threading.Thread(target=late).start()
threading.Thread(target=lambda: (time.sleep(5), print("no")), daemon=True).start()
print("main ends")
