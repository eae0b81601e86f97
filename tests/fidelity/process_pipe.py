"""Question and answer through a pipe, with a poll that ends by time."""
import multiprocessing
import time


def answer(end):
    while (seconds := end.recv()) is not None:
        time.sleep(seconds)
        end.send(seconds)


if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=answer, args=(theirs,))
    process.start()
    for seconds in (0.1, 0.2, 0.15):
        ours.send(seconds)
        assert ours.recv() == seconds
    assert not ours.poll(0.2)
    ours.send(None)
    process.join()
