import multiprocessing
import os
import signal
import time


def polite(ready):
    def stop(number, frame):
        print("stopping on", signal.Signals(number).name, flush=True)
        raise SystemExit(3)

    signal.signal(signal.SIGTERM, stop)
    ready.set()
    time.sleep(10)


def deaf(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    time.sleep(0.3)
    print("done", flush=True)


def counting(ready):
    ticks = []
    signal.signal(signal.SIGALRM, lambda number, frame: ticks.append(number))
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    ready.set()
    time.sleep(0.22)
    print(len(ticks), signal.setitimer(signal.ITIMER_REAL, 0)[1], flush=True)


if __name__ == "__main__":
    for work in polite, deaf, counting:
        ready = multiprocessing.Event()
        process = multiprocessing.Process(target=work, args=(ready,))
        process.start()
        ready.wait()
        time.sleep(0.01)
        if work is not counting:
            process.terminate()
        process.join()
        print(work.__name__, process.exitcode, flush=True)
    child = os.fork()
    if child == 0:
        signal.alarm(1)
        time.sleep(5)
        os._exit(0)
    print(os.WTERMSIG(os.waitpid(child, 0)[1]))
    print(signal.alarm(3), signal.alarm(0))
