from multiprocessing import Process, Lock
from multiprocessing.shared_memory import ShareableList, SharedMemory


def fill(name, at, lock):
    memory = SharedMemory(name=name)
    memory.buf[at] = at + 1
    with lock:
        memory.buf[8] += 1
    memory.close()


def grow(items):
    items[0] += 41
    items[1] = "changed"
    items.shm.close()


if __name__ == "__main__":
    memory = SharedMemory(create=True, size=16)
    memory.buf[:5] = b"hello"
    print(bytes(memory.buf[:5]), memory.size, len(memory.buf), memory.buf[1], memory.name.startswith("psm_"))
    lock = Lock()
    workers = [Process(target=fill, args=(memory.name, at, lock)) for at in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(memory.buf[:10].tolist(), memory.buf[::4].tolist(), memory.buf[-1])
    other = SharedMemory(memory.name)
    other.buf[15] = 255
    print(memory.buf[15], other.buf[15:] == b"\xff", list(other.buf[:3]))
    try:
        other.buf[0] = 256
    except ValueError as error:
        print(error)
    try:
        other.buf[0:2] = b"abc"
    except ValueError as error:
        print(error)
    other.close()
    print(other.buf)
    try:
        SharedMemory(memory.name, create=True, size=4)
    except FileExistsError as error:
        print(type(error).__name__, error.errno)
    memory.close()
    memory.unlink()
    for make in (lambda: SharedMemory("nothing_here"), lambda: SharedMemory(create=True), lambda: SharedMemory()):
        try:
            make()
        except (FileNotFoundError, ValueError) as error:
            print(error)
    items = ShareableList([1, "some text", 2.5, None, True, b"raw"])
    worker = Process(target=grow, args=(items,))
    worker.start()
    worker.join()
    print(items[0], items[1], len(items), items[-1], list(items), items.count(None), items.index(2.5))
    for act in (lambda: items[9], lambda: items.__setitem__(1, "x" * 100), lambda: items.index("nope")):
        try:
            act()
        except (IndexError, ValueError) as error:
            print(error)
    items.shm.close()
    items.shm.unlink()
