# Files shared by threads, tasks and processes.
import asyncio, multiprocessing, os, threading
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
def log(n):
    for i in range(3):
        with lock, open("log.txt", "a") as f:
            f.write(f"{n}:{i}\n")

def child(n):
    with open(f"child{n}.txt", "w") as f:
        f.write(str(os.getpid() != parent))
    with open("shared.txt", "a") as f:
        f.write(f"child {n}\n")

parent = os.getpid()
if __name__ == "__main__":
    threads = [threading.Thread(target=log, args=(n,)) for n in range(4)]
    for t in threads: t.start()
    for t in threads: t.join()
    lines = open("log.txt").read().split()
    print(len(lines), sorted(lines)[:4], [l for l in lines if l[0] == "2"])
    for n in range(3):
        p = multiprocessing.Process(target=child, args=(n,))
        p.start()
        p.join()
    print([open(f"child{n}.txt").read() for n in range(3)], open("shared.txt").read().split("\n"))
    with ThreadPoolExecutor() as pool:
        print(list(pool.map(os.path.getsize, ["child0.txt", "shared.txt"])))
    async def read(name):
        return await asyncio.to_thread(lambda: open(name).read())
    async def main():
        return await asyncio.gather(read("child1.txt"), read("shared.txt"), read("none.txt"), return_exceptions=True)
    print(asyncio.run(main()))
    with open("many.txt", "w") as f:
        def write(n):
            for i in range(50):
                f.write(f"{n}\n")
        workers = [threading.Thread(target=write, args=(n,)) for n in range(4)]
        for w in workers: w.start()
        for w in workers: w.join()
    text = open("many.txt").read()
    print(len(text), {n: text.count(f"{n}\n") for n in range(4)})
