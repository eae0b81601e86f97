"""join with a time limit, then terminate."""
import multiprocessing
import time

if __name__ == "__main__":
    process = multiprocessing.Process(target=time.sleep, args=(30,))
    process.start()
    process.join(0.4)
    assert process.is_alive()
    process.terminate()
    process.join()
    assert process.exitcode == -15
