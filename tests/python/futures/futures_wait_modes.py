"""wait(): what is done and what is not, for each condition, with time-outs and with duplicates."""
import time
from concurrent import futures
from concurrent.futures import ThreadPoolExecutor, wait


def after(seconds, fail=False):
    time.sleep(seconds)
    if fail:
        raise ArithmeticError(seconds)
    return seconds


def show(pair, all):
    return [all.index(f) for f in sorted(pair.done, key=all.index)], [all.index(f) for f in sorted(pair.not_done, key=all.index)]


with ThreadPoolExecutor(4) as pool:
    fs = [pool.submit(after, 0.05), pool.submit(after, 0.15, True), pool.submit(after, 0.25), pool.submit(after, 0.35)]
    print(show(wait(fs, timeout=0), fs))
    print(show(wait(fs, return_when=futures.FIRST_COMPLETED), fs))
    print(show(wait(fs, timeout=0.05), fs))
    print(show(wait(fs, return_when=futures.FIRST_EXCEPTION), fs))
    print(show(wait(fs + fs, 0.2, futures.FIRST_COMPLETED), fs))
    print(show(wait(fs), fs), type(wait(fs)).__name__)
try:
    wait(fs, return_when="soon")
    print("done already")
    wait([futures.Future()], 0.01, "soon")
except ValueError as e:
    print(e)
print(wait([]))
