"""sys.exit in threads ends the thread only; atexit runs last, newest first; daemon threads die."""
import atexit
import sys
import threading
import time

atexit.register(print, "atexit 1")
atexit.register(print, "atexit 2")


@atexit.register
def third():
    print("atexit 3", threading.active_count())


def leave():
    try:
        sys.exit("bye")
    finally:
        print("leaving")


def slow():
    time.sleep(0.5)
    print("slow done")


def forever():
    try:
        while True:
            time.sleep(0.05)
    finally:
        print("never printed")


t = threading.Thread(target=leave)
t.start()
t.join()
threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=slow).start()
print("main ends", flush=True)
