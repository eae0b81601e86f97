import multiprocessing
import os
import sys
import time

value = 1


def child(name, queue):
    global value
    value += 10
    queue.put((name, value, multiprocessing.current_process().name, os.getpid() == parent))


def leave(code):
    time.sleep(0.02)
    sys.exit(code)


if __name__ == "__main__":
    parent = os.getpid()
    queue = multiprocessing.Queue()
    for name in ("a", "b"):
        process = multiprocessing.Process(target=child, args=(name, queue))
        process.start()
        print(queue.get())
        process.join()
        print(process.exitcode, process.is_alive(), process.name)
    print(value)
    exits = [multiprocessing.Process(target=leave, args=(code,)) for code in (0, 3)]
    for process in exits:
        process.start()
    for process in exits:
        process.join()
    print([process.exitcode for process in exits])
    sleeper = multiprocessing.Process(target=time.sleep, args=(30,))
    sleeper.start()
    time.sleep(0.05)
    print(sleeper.is_alive(), sleeper.exitcode)
    sleeper.terminate()
    sleeper.join()
    print(sleeper.is_alive(), sleeper.exitcode)
    print(multiprocessing.current_process().name, multiprocessing.cpu_count() >= 1)
