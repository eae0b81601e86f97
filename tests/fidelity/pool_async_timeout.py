"""apply_async whose answer does not come in time."""
import multiprocessing
import time

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        result = pool.apply_async(time.sleep, (0.5,))
        try:
            result.get(timeout=0.2)
        except multiprocessing.TimeoutError:
            pass
        result.wait()
        pool.close()
        pool.join()
