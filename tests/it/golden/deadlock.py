from threading import Lock

lock = Lock()
lock.acquire()
lock.acquire()
