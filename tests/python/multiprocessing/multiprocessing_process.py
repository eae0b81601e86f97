import multiprocessing as mp, os, sys, time

value = "parent"

def work(n):
    global value
    value = "child"
    time.sleep(0.02 * n)
    print("work", n, mp.current_process().name, os.getpid() != os.getppid())

def leave(code):
    sys.exit(code)

def crash():
    raise ValueError("no")

class Mine(mp.Process):
    def run(self):
        print("run", self.name, self.daemon)

if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)
    ps = [mp.Process(target=work, args=(i,)) for i in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print([p.exitcode for p in ps], [p.name for p in ps], value)
    p = mp.Process(target=work, args=(25,), name="named")
    print(p.is_alive(), p.pid, p.exitcode)
    p.start()
    print(p.is_alive(), p.pid is not None, p in mp.active_children())
    p.join(0.001)
    print(p.exitcode)
    p.join()
    print(p.is_alive(), p.exitcode, mp.active_children())
    for code in (0, 3, None):
        p = mp.Process(target=leave, args=(code,))
        p.start()
        p.join()
        print(p.exitcode)
    p = mp.Process(target=time.sleep, args=(10,), daemon=True)
    p.start()
    p.terminate()
    p.join()
    print(p.exitcode, p.daemon, repr(p).split()[-3:])
    p = mp.Process(target=time.sleep, args=(10,))
    p.start()
    p.kill()
    p.join()
    print(p.exitcode)
    m = Mine()
    m.start()
    m.join()
    for call in (p.start, lambda: mp.Process().join()):
        try:
            call()
        except AssertionError as e:
            print(e)
    p.close()
    try:
        p.is_alive()
    except ValueError as e:
        print(e)
    print(mp.current_process().name, mp.parent_process(), mp.get_start_method(), mp.cpu_count() > 0)
    print(mp.get_all_start_methods())
    try:
        mp.get_context("nope")
    except ValueError as e:
        print(e)
