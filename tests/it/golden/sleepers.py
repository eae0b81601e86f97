import time
from threading import Thread


def call(name, delay):
    print(name, "starts")
    time.sleep(delay)
    print(name, "ends")


t1 = Thread(target=call, args=("first", 4))
t2 = Thread(target=call, args=("second", 3))
t1.start()
t2.start()
t1.join()
t2.join()
