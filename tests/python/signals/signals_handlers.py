import signal, time, threading, _thread
def handler(num, frame):
    print('handler', num, frame is not None)
old = signal.signal(signal.SIGUSR1, handler)
print(old is signal.SIG_DFL or old == signal.SIG_DFL)
signal.raise_signal(signal.SIGUSR1)
import os
os.kill(os.getpid(), signal.SIGUSR1)
threading.Timer(0.05, lambda: os.kill(os.getpid(), signal.SIGUSR1)).start()
t = time.monotonic()
time.sleep(0.2)
print(0.19 < time.monotonic() - t < 0.3)
def alarm(n, f):
    raise TimeoutError('too slow')
signal.signal(signal.SIGALRM, alarm)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(5)
except TimeoutError as e:
    print(e, round(time.monotonic() - t, 1))
signal.alarm(1)
try:
    threading.Event().wait()
except TimeoutError as e:
    print(e)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print('KI')
threading.Timer(0.05, _thread.interrupt_main).start()
try:
    time.sleep(0.2); [n for n in range(1000)]
except KeyboardInterrupt:
    print('interrupted sleep')
lock = threading.Lock(); lock.acquire()
threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    lock.acquire()
except KeyboardInterrupt:
    print('interrupted lock')
signal.signal(signal.SIGUSR1, lambda n, f: lock.release())
threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGUSR1)).start()
print(lock.acquire(timeout=2), lock.locked())
signal.signal(signal.SIGUSR1, handler)
print(signal.getsignal(signal.SIGUSR1).__name__, signal.Signals(2).name, signal.strsignal(15))
def elsewhere():
    try:
        signal.signal(signal.SIGUSR1, handler)
    except ValueError as e:
        print(e)
t = threading.Thread(target=elsewhere)
t.start()
t.join()
