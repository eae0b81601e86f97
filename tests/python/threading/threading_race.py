import threading

total = 0
lock = threading.Lock()

def safe(n):
    global total
    for _ in range(n):
        with lock:
            total += 1

ts = [threading.Thread(target=safe, args=(1000,)) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(total)
results = {}

def put(k):
    results[k] = k * k

ts = [threading.Thread(target=put, args=(i,)) for i in range(10)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(results.items()))
