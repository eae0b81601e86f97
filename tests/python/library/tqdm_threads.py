# A bar that threads update, and one over tasks.
import asyncio
import io
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

from tqdm import tqdm
from tqdm.asyncio import tqdm as atqdm

out = io.StringIO()
bar = tqdm(total=20, file=out, mininterval=0)
lock = threading.Lock()


def work():
    for _ in range(5):
        with lock:
            bar.update()


threads = [threading.Thread(target=work) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
bar.close()
print(bar.n, "20/20" in out.getvalue(), "100%" in out.getvalue())
with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(pow, n, 2) for n in range(6)]
    print(sorted(f.result() for f in tqdm(as_completed(futures), total=len(futures), file=io.StringIO())))


async def square(n):
    await asyncio.sleep(0.01 * n)
    return n * n


async def main():
    print(await atqdm.gather(*[square(n) for n in (3, 1, 2)], file=io.StringIO()))
    done = []
    for f in atqdm.as_completed([square(n) for n in (3, 1, 2)], file=io.StringIO()):
        done.append(await f)
    print(done)


asyncio.run(main())
