"""as_completed(): order of completion, duplicates once, and the words of its time-out."""
import time
from concurrent import futures

with futures.ThreadPoolExecutor(3) as pool:
    fs = {pool.submit(lambda n=n: time.sleep(n / 20) or n): n for n in (3, 1, 2)}
    print([f.result() for f in futures.as_completed(fs)])
    print(sorted(f.result() for f in futures.as_completed(list(fs) * 2)))
    slow = [pool.submit(time.sleep, s) for s in (0.02, 0.4, 0.4)]
    seen = 0
    try:
        for f in futures.as_completed(slow, timeout=0.1):
            seen += 1
    except TimeoutError as e:
        print(seen, e)
    print(list(futures.as_completed([])))
    try:
        next(futures.as_completed([futures.Future()], timeout=0))
    except TimeoutError as e:
        print(e)
done = futures.Future()
done.cancel()
done.set_running_or_notify_cancel()
print([f.cancelled() for f in futures.as_completed([done])])
