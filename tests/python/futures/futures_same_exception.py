"""What comes out of nested results: exceptions keep their traceback and identity."""
import concurrent.futures as cf
import traceback


class Own(Exception):
    pass


error = Own("shared")


def fail():
    raise error


with cf.ThreadPoolExecutor(2) as ex:
    fs = [ex.submit(fail) for _ in range(2)]
    for f in fs:
        try:
            f.result()
        except Own as e:
            print(e is error, f.exception() is error)
            names = [frame.name for frame in traceback.extract_tb(e.__traceback__)]
            print(names[0], names[-1])

    def outer(n):
        return ex.submit(lambda: n + 1).result() if n else "leaf"

    print(ex.submit(outer, 1).result())
