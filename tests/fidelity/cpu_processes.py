from multiprocessing import Process


def work():
    n = 0
    while n < 8_000_000:
        n = n + 1


processes = [Process(target=work) for _ in range(2)]
for p in processes:
    p.start()
for p in processes:
    p.join()
