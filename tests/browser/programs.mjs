// Programs of several processes that more than one test runs live.

/** Prints 328350. */
export const POOL = `from multiprocessing import Pool

def square(n):
    return n * n

if __name__ == '__main__':
    with Pool(4) as pool:
        print(sum(pool.map(square, range(100))))
`;

/** Prints -15 and -9. */
export const KILLED = `import time
from multiprocessing import Process
def loop():
    while True:
        pass
if __name__ == '__main__':
    for how in 'terminate', 'kill':
        p = Process(target=loop)
        p.start()
        time.sleep(0.1)
        getattr(p, how)()
        p.join()
        print(p.exitcode)
`;

/** Two processes that compute for a minute or so, and the first one waits for them; prints the exit code of each. */
export const LONG = `from multiprocessing import Process

def loop():
    n = 0
    while n < 2_000_000_000:
        n += 1

if __name__ == '__main__':
    both = [Process(target=loop, daemon=True) for _ in range(2)]
    for p in both:
        p.start()
    print('begun', flush=True)
    for p in both:
        p.join()
        print(p.exitcode, flush=True)
`;
