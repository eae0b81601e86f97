"""JoinableQueue: join() over processes; one task_done() too many."""
import multiprocessing as mp


def work(q, out):
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        out.put(item * item)
        q.task_done()


if __name__ == "__main__":
    q, out = mp.JoinableQueue(), mp.Queue()
    workers = [mp.Process(target=work, args=(q, out)) for _ in range(2)]
    for w in workers:
        w.start()
    for n in range(6):
        q.put(n)
    for _ in workers:
        q.put(None)
    q.join()
    print(sorted(out.get() for _ in range(6)))
    for w in workers:
        w.join()
    print([w.exitcode for w in workers])
    try:
        q.task_done()
    except ValueError as e:
        print(e)
