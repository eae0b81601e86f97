import threading
import time


class Bank:
    def __init__(self):
        self.balance = 100
        self.lock = threading.Lock()
        self.history = []

    def withdraw(self, who, amount):
        with self.lock:
            if self.balance >= amount:
                before = self.balance
                time.sleep(0.01)
                self.balance = before - amount
                self.history.append((who, amount))
                return True
            return False


bank = Bank()
results = {}


def customer(name):
    results[name] = bank.withdraw(name, 40)


people = []
for name in ("ann", "bob", "cid"):
    thread = threading.Thread(target=customer, args=(name,))
    thread.start()
    time.sleep(0.002)
    people.append(thread)
for thread in people:
    thread.join()
print(bank.balance, bank.history, results)

unsafe = 10


def racing():
    global unsafe
    seen = unsafe
    time.sleep(0.02)
    unsafe = seen - 1


racers = [threading.Thread(target=racing) for _ in range(5)]
for thread in racers:
    thread.start()
for thread in racers:
    thread.join()
print("lost updates:", unsafe)
