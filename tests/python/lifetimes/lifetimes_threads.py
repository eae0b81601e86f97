import threading
import weakref


class Job:
    def __init__(self, n):
        self.n = n

    def run(self):
        return self.n * 2

    def __del__(self):
        print("job", self.n, "gone")


def work(n):
    job = Job(n)
    results.append(job.run())


results = []
for n in range(2):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
    print("joined", results)
shared = Job(7)
r = weakref.ref(shared)


def borrow(job):
    print("thread has it", job is r())


t = threading.Thread(target=borrow, args=(shared,))
t.start()
t.join()
del t
del shared
print(r())
