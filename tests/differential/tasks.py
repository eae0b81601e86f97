"""Programs of asyncio tasks at random, whose order follows from times that lie apart and from the rules of the loop."""

HEAD = '''\
import asyncio


log = []


def note(*words):
    print(*words)


async def guarded(name, what):
    try:
        value = await what
    except asyncio.CancelledError as e:
        note(name, 'cancelled', e.args)
        raise
    except TimeoutError as e:
        note(name, 'timeout', repr(e))
    except BaseExceptionGroup as e:
        note(name, 'group', e.message, [repr(x) for x in e.exceptions])
    except Exception as e:
        note(name, type(e).__name__, e)
    else:
        note(name, 'ok', value)
        return value


'''


class Tasks:
    def __init__(self, dice):
        self.dice = dice
        self.lines = []
        self.names = 0
        self.coroutines = []

    def fresh(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    def put(self, level, text):
        self.lines += ["    " * level + line for line in text.split("\n")]

    def pause(self):
        """Seconds; sums of a few differ by more than what a timer's rounding could join, nearly always."""
        return self.dice.choice([0, 0, 0, self.dice.randrange(5, 400) / 1000, self.dice.randrange(5, 100) / 1000])

    def job(self, depth):
        d = self.dice
        if depth > 0 and self.coroutines and d.random() < 0.5:
            return f"{d.choice(self.coroutines)}({d.randrange(5)})"
        return d.choice([f"asyncio.sleep({self.pause()}, {d.randrange(9)})", f"asyncio.sleep({self.pause()})"])

    def step(self, level, depth):
        d = self.dice
        kinds = [self.sleep] * 4 + [self.say] * 3 + [self.gather] * 2 + [self.group, self.timeout, self.wait_for, self.cancel, self.cancel, self.wait, self.completed, self.lock, self.queue, self.event, self.fail, self.shield, self.handled, self.semaphore, self.future, self.condition, self.soon, self.aiter, self.barrier, self.names_of]
        if depth <= 0:
            kinds = [self.sleep, self.say, self.fail, self.lock, self.future]
        d.choice(kinds)(level, depth - 1)

    def sleep(self, level, depth):
        self.put(level, f"await asyncio.sleep({self.pause()})")

    def say(self, level, depth):
        self.put(level, f"note(n, '{self.fresh('p')}')")

    def fail(self, level, depth):
        if self.dice.random() < 0.5:
            self.put(level, f"if n {self.dice.choice(['> 2', '== 1', '% 2'])}:\n    raise {self.dice.choice(['ValueError(n)', 'KeyError(n)', 'asyncio.CancelledError(n)', 'RuntimeError', 'asyncio.TimeoutError'])}")

    def gather(self, level, depth):
        d = self.dice
        jobs = ", ".join(self.job(depth) for _ in range(d.randrange(1, 4)))
        how = d.choice(["", "", ", return_exceptions=True"])
        self.put(level, f"await guarded('{self.fresh('gather')}', asyncio.gather({jobs}{how}))")

    def group(self, level, depth):
        d = self.dice
        name = self.fresh("group")
        self.put(level, f"try:\n    async with asyncio.TaskGroup() as tg:")
        for i in range(d.randrange(1, 4)):
            self.put(level + 2, f"t{i} = tg.create_task({self.job(depth).replace('asyncio.sleep', 'asyncio.sleep')}, name='{name}-{i}')")
            if d.random() < 0.3:
                self.step(level + 2, depth - 1)
        self.put(level, f"except* Exception as e:\n    note('{name}', [repr(x) for x in e.exceptions])\nelse:\n    note('{name}', t0.result())")

    def timeout(self, level, depth):
        name = self.fresh("timeout")
        self.put(level, f"try:\n    async with asyncio.timeout({self.dice.randrange(5, 200) / 1000}) as limit:")
        self.step(level + 2, depth)
        self.step(level + 2, depth)
        self.put(level, f"except TimeoutError as e:\n    note('{name}', repr(e), limit.expired())\nelse:\n    note('{name}', limit.expired())")

    def wait_for(self, level, depth):
        self.put(level, f"await guarded('{self.fresh('wait_for')}', asyncio.wait_for({self.job(depth)}, {self.dice.randrange(5, 200) / 1000}))")

    def cancel(self, level, depth):
        d = self.dice
        t = self.fresh("t")
        self.put(level, f"{t} = asyncio.create_task({self.job(depth)})")
        self.put(level, f"{t}.add_done_callback(lambda t: note('{t}', t.cancelled()))" if d.random() < 0.4 else f"await asyncio.sleep({self.pause()})")
        self.put(level, f"note('{t}', {t}.cancel({d.choice(['', repr('why')])}), {t}.cancelling())")
        self.put(level, d.choice([f"await guarded('{t}', {t})", f"await asyncio.wait([{t}])\nnote({t}.done(), {t}.cancelled())", f"note(await asyncio.gather({t}, return_exceptions=True))"]) if d.random() < 0.9 else "await asyncio.sleep(0)")

    def wait(self, level, depth):
        d = self.dice
        ts = [self.fresh("t") for _ in range(d.randrange(2, 4))]
        for t in ts:
            self.put(level, f"{t} = asyncio.create_task({self.job(depth)}, name='{t}')")
        how = d.choice(["", ", return_when=asyncio.FIRST_COMPLETED", ", return_when=asyncio.FIRST_EXCEPTION", f", timeout={d.randrange(5, 100) / 1000}"])
        self.put(level, f"done, pending = await asyncio.wait([{', '.join(ts)}]{how})\nnote(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))")
        self.put(level, d.choice([f"for t in [{', '.join(ts)}]:\n    if t in pending:\n        t.cancel()\nnote([type(r).__name__ for r in await asyncio.gather({', '.join(ts)}, return_exceptions=True)])", f"note([type(r).__name__ for r in await asyncio.gather({', '.join(ts)}, return_exceptions=True)])"]))

    def completed(self, level, depth):
        d = self.dice
        name = self.fresh("done")
        # Jobs that begin at once begin in the order of addresses: times tell them apart.
        jobs = ", ".join(f"asyncio.sleep({0.02 * i + d.randrange(1, 9) / 1000:.3f}, {i})" for i in d.sample(range(4), d.randrange(2, 4)))
        self.put(level, f"for next_done in asyncio.as_completed([{jobs}]{d.choice(['', ', timeout=0.15'])}):\n    await guarded('{name}', next_done)")

    def lock(self, level, depth):
        name = self.fresh("p")
        self.put(level, f"async with lock:\n    note(n, '{name}')\n    await asyncio.sleep({self.pause()})")

    def semaphore(self, level, depth):
        name = self.fresh("s")
        self.put(level, f"async def {name}(i):\n    async with semaphore:\n        note('{name}', i, 'in')\n        await asyncio.sleep({self.pause()})\n    note('{name}', i, 'out')\nawait asyncio.gather(*[{name}(i) for i in range({self.dice.randrange(2, 5)})])")

    def queue(self, level, depth):
        d = self.dice
        name = self.fresh("q")
        kind = d.choice(["Queue", "LifoQueue", "PriorityQueue"])
        self.put(level, f"{name} = asyncio.{kind}({d.choice(['', '1', '2'])})")
        self.put(level, f"async def {name}_in():\n    for i in [3, 1, 2]:\n        await {name}.put(i)\n        note('{name} put', i)\n        await asyncio.sleep({self.pause()})")
        self.put(level, f"async def {name}_out(w):\n    while True:\n        i = await {name}.get()\n        note('{name} got', w, i, {name}.qsize())\n        await asyncio.sleep({self.pause()})\n        {name}.task_done()")
        self.put(level, f"workers = [asyncio.create_task({name}_out(w)) for w in range({d.randrange(1, 3)})]\nawait {name}_in()\nawait {name}.join()\nfor w in workers:\n    w.cancel()\nnote([type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)])")

    def event(self, level, depth):
        name = self.fresh("ev")
        self.put(level, f"{name} = asyncio.Event()\nasync def {name}_waits(i):\n    await {name}.wait()\n    note('{name}', i)\n    return i\nts = [asyncio.create_task({name}_waits(i)) for i in range(2)]\nawait asyncio.sleep({self.pause()})\n{name}.set()")
        self.step(level, depth - 1)
        self.put(level, "note(await asyncio.gather(*ts))")

    def shield(self, level, depth):
        name = self.fresh("sh")
        self.put(level, f"{name} = asyncio.create_task({self.job(depth)})\nawait guarded('{name}', asyncio.wait_for(asyncio.shield({name}), {self.dice.randrange(5, 100) / 1000}))\nnote('{name}', {name}.done())\nawait guarded('{name}', {name})")

    def handled(self, level, depth):
        d = self.dice
        self.put(level, "try:")
        self.step(level + 1, depth)
        self.put(level, f"except {d.choice(['ValueError', 'asyncio.CancelledError', 'Exception', 'BaseException', '(KeyError, TimeoutError)'])} as e:\n    note(n, 'caught', type(e).__name__, e.args)")
        if d.random() < 0.4:
            self.put(level + 1, d.choice(["raise", "await asyncio.sleep(0)", "note(asyncio.current_task().cancelling(), asyncio.current_task().uncancel())", "return -1"]))
        if d.random() < 0.4:
            self.put(level, f"finally:\n    note(n, 'finally')\n    await asyncio.sleep({self.pause()})")

    def future(self, level, depth):
        d = self.dice
        name = self.fresh("fu")
        self.put(level, f"{name} = asyncio.get_running_loop().create_future()\n{name}.add_done_callback(lambda f: note('{name}', f.done()))")
        self.put(level, f"asyncio.get_running_loop().{d.choice(['call_soon(', f'call_later({self.pause()}, '])}{d.choice([f'{name}.set_result, 4', f'{name}.set_exception, ValueError(1)', f'{name}.cancel'])})")
        self.put(level, f"try:\n    note(await {name})\nexcept (ValueError, asyncio.CancelledError) as e:\n    note('{name}', repr(e))")

    def condition(self, level, depth):
        name = self.fresh("co")
        self.put(level, f"{name} = asyncio.Condition()\nasync def {name}_waits(i):\n    async with {name}:\n        await {name}.wait()\n        note('{name}', i)\n        await asyncio.sleep({self.pause()})\nts = [asyncio.create_task({name}_waits(i)) for i in range(3)]\nawait asyncio.sleep(0.001)\nasync with {name}:\n    {name}.notify({self.dice.randrange(3)})\nawait asyncio.sleep({self.pause()})\nasync with {name}:\n    {name}.notify_all()\nawait asyncio.gather(*ts)")

    def soon(self, level, depth):
        name = self.fresh("p")
        self.put(level, f"loop = asyncio.get_running_loop()\nloop.call_soon(note, '{name}', 1)\nloop.call_later({self.pause()}, note, '{name}', 2)\nhandle = loop.call_later(0.01, note, '{name}', 3)\n{self.dice.choice(['handle.cancel()', 'note(handle.cancelled())', 'loop.call_soon(loop.call_soon, note, 4)'])}")

    def aiter(self, level, depth):
        name = self.fresh("ag")
        self.put(level, f"async def {name}(m):\n    try:\n        for i in range(m):\n            await asyncio.sleep({self.pause()})\n            got = yield i\n            note('{name}', got)\n    finally:\n        note('{name} closes')\nasync for item in {name}({self.dice.randrange(4)}):\n    note(item)")
        self.put(level, self.dice.choice(["    if item == 1:\n        break", f"note([i async for i in {name}(2) if i])", f"it = {name}(3)\nnote(await anext(it), await it.asend('s'))\nawait it.aclose()\nnote(await anext(it, 'over'))"]))

    def barrier(self, level, depth):
        name = self.fresh("ba")
        self.put(level, f"{name} = asyncio.Barrier(2)\nasync def {name}_goes(i):\n    await asyncio.sleep(i * {self.pause()})\n    note('{name}', i, await {name}.wait())\nawait asyncio.gather({name}_goes(0), {name}_goes(1))")

    def names_of(self, level, depth):
        self.put(level, "note(asyncio.current_task().get_coro().__name__, len(asyncio.all_tasks()))")

    def coroutine(self, depth):
        name = self.fresh("job")
        self.put(0, f"async def {name}(n):")
        for _ in range(self.dice.randrange(1, 4)):
            self.step(1, depth)
        self.put(1, f"return '{name}', n")
        self.put(0, "\n")
        self.coroutines.append(name)


def tasks(dice):
    while True:
        t = Tasks(dice)
        for depth in range(dice.randrange(1, 4)):
            t.coroutine(depth)
        t.put(0, "async def main():\n    global lock, semaphore\n    lock, semaphore = asyncio.Lock(), asyncio.Semaphore(2)\n    n = 0")
        for _ in range(dice.randrange(2, 5)):
            t.step(1, 3)
        t.put(0, "\n\ntry:\n    asyncio.run(main())\nexcept BaseException as e:\n    print('main', type(e).__name__, e)")
        text = HEAD + "\n".join(t.lines) + "\n"
        try:
            compile(text, "prog.py", "exec")
        except SyntaxError:
            continue
        return text
