"""Several producers and consumers on a small queue: all arrives, once, and in order per producer."""
import queue
import threading

q = queue.Queue(maxsize=3)
got = []


def produce(who):
    for n in range(20):
        q.put((who, n))


def consume():
    while True:
        item = q.get()
        if item is None:
            break
        got.append(item)
        assert q.qsize() <= 3


producers = [threading.Thread(target=produce, args=(w,)) for w in "abc"]
consumer = threading.Thread(target=consume)
for t in (*producers, consumer):
    t.start()
for t in producers:
    t.join()
q.put(None)
consumer.join()
print(len(got), len(set(got)))
for w in "abc":
    print(w, [n for who, n in got if who == w] == list(range(20)))
