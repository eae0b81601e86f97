import threading
import time


def count(limit):
    n = 0
    while n < limit:
        n += 1
    totals.append(n)


totals = []
threads = [threading.Thread(target=count, args=(200_000,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(totals)
ticks = []


def tick():
    for n in range(3):
        time.sleep(0.05)
        ticks.append(n)


busy = threading.Thread(target=count, args=(300_000,))
ticker = threading.Thread(target=tick)
ticker.start()
busy.start()
busy.join()
ticker.join()
print(ticks, len(totals))
stop = threading.Event()
rounds = 0


def spin():
    global rounds
    while not stop.is_set():
        rounds += 1


spinner = threading.Thread(target=spin)
spinner.start()
time.sleep(0.05)
stop.set()
spinner.join()
print(rounds > 100, spinner.is_alive())
