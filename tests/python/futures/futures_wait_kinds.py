import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait


def job(name, delay, fail=False):
    time.sleep(delay)
    if fail:
        raise RuntimeError(name)
    return name


def names(futures):
    return sorted(labels[f] for f in futures)


labels = {}
with ThreadPoolExecutor(4) as pool:
    for mode in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        labels = {pool.submit(job, n, d, f): n for n, d, f in (("a", 0.03, False), ("b", 0.06, True), ("c", 0.1, False))}
        result = wait(labels, return_when=mode)
        print(mode, names(result.done), names(result.not_done))
        wait(labels)
    labels = {pool.submit(job, n, d): n for n, d in (("x", 0.02), ("y", 0.2))}
    done, not_done = wait(labels, timeout=0.1)
    print(names(done), names(not_done))
    try:
        for f in as_completed(labels, timeout=0.02):
            print("completed", labels[f])
    except TimeoutError as e:
        print(e)
    print([f.result() for f in as_completed([pool.submit(job, n, d) for n, d in (("slow", 0.09), ("fast", 0.01), ("mid", 0.05))])])
    early = pool.submit(job, "early", 0)
    wait([early])
    print([f.result() for f in as_completed([early, early])], wait([early]).done == {early})
    print(wait([]), list(as_completed([])))
    try:
        wait([pool.submit(job, "z", 0.05)], return_when="NEVER")
    except ValueError as e:
        print(e)
