# cores: 2
from threading import Thread


def count():
    n = 0
    while n < 600_000:
        n = n + 1


threads = [Thread(target=count) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
