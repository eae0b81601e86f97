import threading

ping, pong = threading.Semaphore(1), threading.Semaphore(0)
lines = []


def player(name, mine, other, rounds):
    for n in range(rounds):
        mine.acquire()
        lines.append(f"{name}{n}")
        other.release()


a = threading.Thread(target=player, args=("ping", ping, pong, 3))
b = threading.Thread(target=player, args=("pong", pong, ping, 3))
a.start()
b.start()
a.join()
b.join()
print(lines)

turn = 0
condition = threading.Condition()
printed = []


def in_turn(number, of):
    global turn
    for _ in range(2):
        with condition:
            condition.wait_for(lambda: turn == number)
            printed.append(number)
            turn = (turn + 1) % of
            condition.notify_all()


threads = [threading.Thread(target=in_turn, args=(n, 3)) for n in (2, 0, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(printed)
