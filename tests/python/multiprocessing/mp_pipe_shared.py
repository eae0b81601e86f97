import multiprocessing
from multiprocessing import Array, Event, Lock, Pipe, Process, Value


def talk(connection):
    while True:
        message = connection.recv()
        if message is None:
            break
        connection.send([message, len(message)])
    connection.close()


def add(total, lock, cells):
    for _ in range(50):
        with lock:
            total.value += 1
    cells[0] += 1.5


def waits(event, queue):
    event.wait()
    queue.put("woken")


if __name__ == "__main__":
    ours, theirs = Pipe()
    process = Process(target=talk, args=(theirs,))
    process.start()
    for message in ("hi", {"a": 1}, (1, 2, 3)):
        ours.send(message)
        print(ours.recv())
    ours.send(None)
    process.join()
    total, lock, cells = Value("i", 0), Lock(), Array("d", [0.0, 2.0])
    processes = [Process(target=add, args=(total, lock, cells)) for _ in range(2)]
    for p in processes:
        p.start()
        p.join()
    print(total.value, list(cells))
    event, queue = Event(), multiprocessing.Queue()
    p = Process(target=waits, args=(event, queue))
    p.start()
    print(event.is_set())
    event.set()
    print(queue.get())
    p.join()
