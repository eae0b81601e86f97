"""What cannot be sent to a pool or through a queue, and where that shows."""
import multiprocessing as mp
import threading


class Local:
    def __reduce__(self):
        raise RuntimeError("not me")


def same(x):
    return x


if __name__ == "__main__":
    with mp.Pool(1) as pool:
        for arg in (lambda: 1, threading.Lock(), (n for n in "ab"), Local()):
            try:
                pool.apply(same, (arg,))
            except Exception as e:
                print(type(e).__name__, str(e).split(" at 0x")[0].split("<function ")[-1])
        try:
            pool.map(lambda x: x, [1])
        except Exception as e:
            print(type(e).__name__)
    a, b = mp.Pipe()
    try:
        a.send(threading.Lock())
    except TypeError as e:
        print(e)
    a.send({"k": (1, [2])})
    print(b.recv())
