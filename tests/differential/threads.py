"""Programs of threads at random whose output does not hang on who runs when: results are gathered, ordered, or handed over one by one."""

from values import Values

HEAD = '''\
import collections, queue, threading
from concurrent.futures import ThreadPoolExecutor, wait, as_completed, FIRST_COMPLETED, ALL_COMPLETED


def show(f):
    try:
        v = f()
    except BaseException as e:
        print(type(e).__name__, e, sep=': ')
    else:
        print(repr(v))


def run(*threads):
    for t in threads:
        t.start()
    for t in threads:
        t.join()


'''

PIECES = [
    '''total{u} = 0
lock{u} = threading.{L}()
def add{u}(n):
    global total{u}
    for i in range(n):
        with lock{u}:
            total{u} += i % {a}
run(*[threading.Thread(target=add{u}, args=({b} * k,)) for k in range({c})])
print(total{u}, {locked})
''',
    '''box{u} = queue.{Q}({m})
def produce{u}():
    for i in range({b}):
        box{u}.put(i * 7 % {a1})
    box{u}.put({end})
threading.Thread(target=produce{u}).start()
got{u} = []
while (item := box{u}.get()) != {end}:
    got{u}.append(item)
print({g})
''',
    '''ready{u} = [threading.Event() for _ in range({c1})]
def turn{u}(i):
    ready{u}[i].wait({t})
    print(threading.current_thread().name, i)
    if i + 1 < len(ready{u}):
        ready{u}[i + 1].set()
ts{u} = [threading.Thread(target=turn{u}, args=(i,), name=f'turn-{{i}}', daemon={B}) for i in range(len(ready{u}))]
for t in reversed(ts{u}):
    t.start()
ready{u}[0].set()
for t in ts{u}:
    t.join()
print([t.is_alive() for t in ts{u}])
''',
    '''def work{u}(x):
    if x == {a}:
        raise ValueError(x)
    return x * x
with ThreadPoolExecutor({c1}) as pool:
    show(lambda: list(pool.map(work{u}, range({b}))))
    fs = [pool.submit(work{u}, i) for i in range({b})]
    print(sorted(str(f.exception()) for f in as_completed(fs)))
    show(lambda: fs[-1].result())
    show(lambda: fs[0].result(timeout={t}))
    print(len(wait(fs, return_when={when}).done) >= 1, [f.done() for f in fs][:1], fs[0].cancel(), fs[0].running())
show(lambda: pool.submit(work{u}, 1))
''',
    '''cond{u} = threading.Condition({CL})
items{u} = collections.deque()
def take{u}(out, n):
    for _ in range(n):
        with cond{u}:
            cond{u}.wait_for(lambda: items{u})
            out.append(items{u}.popleft())
outs{u} = [[], []]
ts{u} = [threading.Thread(target=take{u}, args=(o, {b})) for o in outs{u}]
for t in ts{u}:
    t.start()
for i in range({b} * 2):
    with cond{u}:
        items{u}.append(i)
        cond{u}.{notify}
for t in ts{u}:
    t.join()
print(sorted(outs{u}[0] + outs{u}[1]), all(o == sorted(o) for o in outs{u}))
''',
    '''barrier{u} = threading.Barrier({c1}{action})
seen{u} = []
def meet{u}(i):
    for r in range({c}):
        seen{u}.append((r, 'before'))
        barrier{u}.wait()
        seen{u}.append((r, 'after'))
        barrier{u}.wait()
run(*[threading.Thread(target=meet{u}, args=(i,)) for i in range({c1})])
print(seen{u} == sorted(seen{u}, key=lambda p: (p[0], p[1] == 'after')), len(seen{u}), barrier{u}.broken, barrier{u}.n_waiting)
''',
    '''local{u} = threading.local()
local{u}.x = 'main'
res{u} = {{}}
def own{u}(i):
    res{u}[i] = [hasattr(local{u}, 'x')]
    local{u}.x = i
    res{u}[i].append(local{u}.x)
run(*[threading.Thread(target=own{u}, args=(i,)) for i in range({c})])
print(sorted(res{u}.items()), local{u}.x)
show(lambda: local{u}.y)
''',
    '''sem{u} = threading.{S}({a})
busy{u} = most{u} = 0
gate{u} = threading.Lock()
def enter{u}():
    global busy{u}, most{u}
    with sem{u}:
        with gate{u}:
            busy{u} += 1
            most{u} = max(most{u}, busy{u})
        with gate{u}:
            busy{u} -= 1
run(*[threading.Thread(target=enter{u}) for _ in range({b})])
print(busy{u}, 0 < most{u} <= {a})
show(lambda: [sem{u}.acquire(blocking=False) for _ in range({a} + 1)])
show(lambda: sem{u}.release({c1}))
''',
    '''def boom{u}():
    raise KeyError('in thread')
hooked{u} = []
threading.excepthook = lambda args: hooked{u}.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
run(threading.Thread(target=boom{u}, name='boomer{u}'))
threading.excepthook = threading.__excepthook__
print(hooked{u})
''',
    '''lk{u} = threading.{L}()
show(lambda: lk{u}.acquire())
show(lambda: lk{u}.acquire({acq}))
show(lambda: lk{u}.release())
show(lambda: lk{u}.release())
show(lambda: lk{u}.release())
''',
    '''def gen{u}():
    lock = threading.Lock()
    for i in {vl}:
        with lock:
            yield i
out{u} = []
def pull{u}(g, lock=threading.Lock()):
    while True:
        with lock:
            try:
                out{u}.append(next(g))
            except StopIteration:
                return
            except Exception as e:
                return out{u}.append(repr(e))
g{u} = gen{u}()
run(*[threading.Thread(target=pull{u}, args=(g{u},)) for _ in range({c1})])
print(out{u})
''',
    '''q1{u}, q2{u} = queue.Queue({m}), queue.Queue()
def stage{u}():
    while (x := q1{u}.get()) is not None:
        try:
            q2{u}.put({stage})
        except Exception as e:
            q2{u}.put(repr(e))
        finally:
            q1{u}.task_done()
    q1{u}.task_done()
t{u} = threading.Thread(target=stage{u})
t{u}.start()
for x in {vl}:
    q1{u}.put(x)
q1{u}.put(None)
q1{u}.join()
t{u}.join()
print([q2{u}.get() for _ in range(q2{u}.qsize())])
show(lambda: q2{u}.get_nowait())
show(lambda: q2{u}.get(timeout=0.001))
show(lambda: q1{u}.task_done())
''',
    '''class Worker{u}(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f'w{{n}}')
        self.n = n
    def run(self):
        self.value = sum(range(self.n * {b}))
ws{u} = [Worker{u}(i) for i in range({c1})]
run(*ws{u})
print([(w.name, w.value, w.daemon, w.ident is None) for w in ws{u}])
show(lambda: ws{u}[0].start())
show(lambda: Worker{u}(1).join())
print(threading.current_thread() is threading.main_thread(), threading.active_count())
''',
    '''tm{u} = threading.Timer({t}, print, args=('timer',), kwargs=dict(sep='-'))
tm{u}.start()
{tmdo}
tm{u}.join()
print(tm{u}.finished.is_set())
''',
]


def threads(dice):
    v = Values(dice)
    text = HEAD
    for u in range(dice.randrange(2, 5)):
        kind = dice.choice(["Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"])
        size = "" if kind == "SimpleQueue" else dice.choice(["", "1", "2"])
        ordered = kind in ("Queue", "SimpleQueue")
        lock = dice.choice(["Lock", "RLock"])
        text += dice.choice(PIECES).format(
            u=u, L=lock, locked=f"lock{u}.locked()" if lock == "Lock" else 0, a=dice.randrange(1, 5), a1=dice.randrange(3, 9), b=dice.randrange(1, 30), c=dice.randrange(5), c1=dice.randrange(1, 5),
            Q="Queue" if not ordered else kind, m=size, end=dice.choice(["None", "'end'", "-1"]), g=dice.choice([f"got{u}", f"sorted(got{u})", f"len(got{u})", f"sum(got{u})"]),
            t=dice.choice(["None", "1", "0.5"]) if dice.random() < 0.5 else "0.01", B=dice.choice(["True", "False"]), when=dice.choice(["ALL_COMPLETED", "FIRST_COMPLETED"]),
            CL=dice.choice(["", "threading.Lock()", "threading.RLock()"]), notify=dice.choice(["notify()", "notify_all()", "notify(2)"]), action=dice.choice(["", ", action=lambda: None"]),
            S=dice.choice(["Semaphore", "BoundedSemaphore"]), acq=dice.choice(["False", "blocking=False", "timeout=0.01", "True, 0.001", "False, 1"]), vl=v.of("l", 1),
            stage=dice.choice(["x * 2", "x + 1", "len(x)", "(x, x)", "str(x)", "x[0]"]), tmdo=dice.choice([f"tm{u}.cancel()", "pass"]),
        ) + "\n"
    return text
