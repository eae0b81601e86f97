"""Two threads that take turns by a condition, sleeping in between."""
import threading
import time

condition = threading.Condition()
turn = 0


def player(me):
    global turn
    for _ in range(5):
        with condition:
            condition.wait_for(lambda: turn == me)
            time.sleep(0.05)
            turn = 1 - me
            condition.notify()


threads = [threading.Thread(target=player, args=(n,)) for n in (0, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
