# Commands in threads, and how long they take together.
import concurrent.futures, subprocess, time
def work(n):
    subprocess.run(["sleep", "0.2"], check=True)
    return subprocess.run(["echo", str(n * n)], capture_output=True, text=True).stdout.strip()
start = time.perf_counter()
with concurrent.futures.ThreadPoolExecutor(4) as pool:
    print(list(pool.map(work, range(4))))
took = time.perf_counter() - start
print(0.2 <= took < 0.6)
import threading
results = {}
def collect(name, *words):
    results[name] = subprocess.check_output(words, text=True).strip()
threads = [threading.Thread(target=collect, args=(f"t{i}", "echo", "from", str(i))) for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(results.items()))
