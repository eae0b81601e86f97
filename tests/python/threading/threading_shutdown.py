import atexit, threading, time

def late():
    time.sleep(0.05)
    print("late thread")

def daemon():
    try:
        time.sleep(0.5)
        print("never")
    finally:
        print("never either")

atexit.register(print, "atexit 1")
atexit.register(print, "atexit 2")
threading.Thread(target=late).start()
threading.Thread(target=daemon, daemon=True).start()
print("main ends")
