# title: Back-pressure
# look: Without a limit the fast producer fills the queue and is done, far ahead. With room for two it waits in put: the queue passes the consumer's pace back.
# ask: The queue has room for two items and the consumer is slow. Where does the producer spend its time?
# choice: Running
# choice: = Waiting in put
# choice: Sleeping
# try: Let get wait longer than put: who waits then?
# watch: jobs.qsize()
# select: room for two
# variant: no limit

import queue
import threading
import time

jobs = queue.Queue()


def produce():
    for n in range(8):
        time.sleep(0.05)
        jobs.put(n)
        print("put", n, "waiting:", jobs.qsize())
    jobs.put(None)


def consume():
    while (n := jobs.get()) is not None:
        time.sleep(0.31)


for target in (produce, consume):
    threading.Thread(target=target).start()
