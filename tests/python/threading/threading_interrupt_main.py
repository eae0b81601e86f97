"""_thread.interrupt_main interrupts a sleep of the main thread."""
import _thread
import threading
import time


def later():
    time.sleep(0.1)
    _thread.interrupt_main()


t = threading.Thread(target=later)
t.start()
began = time.monotonic()
try:
    time.sleep(5)
except KeyboardInterrupt as e:
    print("interrupted", repr(e), round(time.monotonic() - began, 1))
t.join()
try:
    _thread.interrupt_main(1000)
except ValueError as e:
    print("ValueError", e)
import signal
signal.signal(signal.SIGTERM, lambda n, f: print("handler", n, signal.Signals(n).name))
_thread.interrupt_main(signal.SIGTERM)
for i in range(3):
    pass
print("end")
