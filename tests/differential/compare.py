#!/usr/bin/env python3
"""Random programs on Interleave and on CPython 3.13: prints those whose output differs, made small.

    PYENV_VERSION=3.13.0 python3 tests/differential/compare.py [-n 1000] [--from 0] [--whole] [--seconds S] [--table]

Programs come from `program.py` by number. CPython runs each in a fork of this process; an event loop's clock is virtual there, and rounds timers up as
epoll does. A program that CPython itself answers in several ways, when its clock or its threads run differently, has no one answer and counts as
ambiguous. The status is 1 if a program differs without being explained in `explained.txt`. One that reaches what is not supported, and is told so by name, counts as refused.
--table writes what came out, with the reason of every difference that has one, into `RESULTS.md`.
"""

import argparse
import ast
import asyncio
import collections
import datetime
import functools
import linecache
import math
import multiprocessing
import os
import pathlib
import random
import re
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time

if os.environ.get("PYTHONHASHSEED") != "0":
    os.execve(sys.executable, [sys.executable, "-W", "ignore", *sys.argv], dict(os.environ, PYTHONHASHSEED="0", NO_COLOR="1", PYTHONIOENCODING="utf-8"))

import blocks
from program import program

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FILE = "prog.py"
# Its modules are loaded once, before the forks.
exec("".join(f"import {m}\n" for m in [*blocks.MODULES, "queue", "concurrent.futures"]))


def virtual(step, rounds, uneven):
    """Gives event loops a clock that moves by `step` seconds at each look, uneven ones by up to forty, and at once to the end of each wait."""
    now, paces = [1000.0], random.Random(uneven)

    def look(loop):
        now[0] += step * (paces.randint(1, 40) if uneven else 1)
        return now[0]

    real = selectors.EpollSelector.select

    def select(self, timeout=None):
        events = real(self, timeout if timeout is None else 0)
        if not events and timeout and timeout > 0:
            now[0] += math.ceil(timeout * 1e3) * 1e-3 if rounds else timeout
        return events

    asyncio.BaseEventLoop.time = look
    selectors.EpollSelector.select = select


def child(text, step, rounds, interval, uneven):
    virtual(step, rounds, uneven)
    sys.setswitchinterval(interval)
    linecache.cache[FILE] = (len(text), None, text.splitlines(True), FILE)
    status = 0
    space = {"__name__": "__main__", "__file__": FILE, "__builtins__": __builtins__}
    main = type(sys)("__main__")
    main.__dict__.update(space)
    sys.modules["__main__"] = main
    try:
        exec(compile(text, FILE, "exec"), main.__dict__)
    except SystemExit as e:
        status = e.code if isinstance(e.code, int) else 1
    except BaseException as e:
        status = 1
        sys.excepthook(type(e), e, e.__traceback__.tb_next)
    threading._shutdown()
    # As CPython ends a module: its private names first, and never its built-in functions.
    for ends in (lambda n: n[:1] == "_" != n[1:2], lambda n: n != "__builtins__"):
        for name in filter(ends, list(main.__dict__)):
            main.__dict__[name] = None
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status & 255)


def cpython(text, step=1e-6, rounds=True, interval=0.005, uneven=0, seconds=8):
    """(output, error output, status) of a program on CPython."""
    files = [os.memfd_create(name) for name in ("out", "err")]
    pid = os.fork()
    if not pid:
        signal.alarm(seconds)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(files[0], 1)
        os.dup2(files[1], 2)
        sys.stdout = open(1, "w", encoding="utf-8", errors="strict", closefd=False)
        sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
        try:
            child(text, step, rounds, interval, uneven)
        finally:
            os._exit(99)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    texts = []
    for f in files:
        os.lseek(f, 0, 0)
        with open(f, "rb") as stream:
            texts.append(stream.read().decode("utf-8", "replace"))
    return texts[0], texts[1], status


def ours(text, place, binary):
    (place / FILE).write_text(text, encoding="utf-8")
    try:
        done = subprocess.run([binary, "run", FILE], cwd=place, capture_output=True, stdin=subprocess.DEVNULL, timeout=20)
    except subprocess.TimeoutExpired:
        return "", "", 130
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), done.returncode


def plain(answer):
    """What is compared: addresses have no meaning, and of the errors only a last traceback is the program's."""
    out, err, status = answer
    address = lambda text: re.sub(r"0x[0-9a-f]{6,}", "0x", text)
    # The frame of `child` itself, with its line and marks.
    err = re.sub(r'(?m)^[ |+]*File "[^"]*compare\.py".*\n(?:[ |]+exec\(.*\n)?(?:[ |~^]+\n)?', "", err)
    # Frames of the library: ours leaves out those of what is C or elsewhere in CPython.
    err = re.sub(r'(?m)^([ |+]*)File "[^"]*/[^"]*".*\n(?:\1  .*\n)*', "", err)
    at = err.find("Traceback (most recent call last)")
    at = at if at >= 0 else err.find("  + Exception Group Traceback")
    return address(out), address(err[at:]) if at >= 0 and status == 1 else "", status


def difference(a, b):
    """The first lines that differ."""
    for x, y in zip(a, b):
        if x == y:
            continue
        if not isinstance(x, str):
            return f"status {x}", f"status {y}"
        xs, ys = x.split("\n"), y.split("\n")
        at = next((i for i, (p, q) in enumerate(zip(xs, ys)) if p != q), min(len(xs), len(ys)) - 1)
        return xs[at], ys[at]
    return None


def ambiguous(text, first):
    ways = [dict(step=0.0)] + [dict(step=2e-6 * 1.4**k) for k in range(16)]
    ways += [dict(rounds=False, uneven=k) for k in range(6)] + [dict(interval=1e-5), dict(interval=1e-6)]
    return any(plain(cpython(text, **way)) != first for way in ways)


def neighbours(a, b):
    """Whether two lines are the same but for floats, in one of which nothing lies between both."""
    number = r"-?\d+\.\d+(?:e[-+]\d+)?"
    pairs = list(zip(map(float, re.findall(number, a)), map(float, re.findall(number, b))))
    return re.sub(number, "", a) == re.sub(number, "", b) and all(math.nextafter(x, y) == y for x, y in pairs)


def explained():
    """Patterns of ours and of CPython's that are known, each with its reason, the comment above it."""
    known, reason = [], ""
    for line in (HERE / "explained.txt").read_text().splitlines():
        if line.startswith("#"):
            reason = line[1:].strip()
        elif line:
            a, _, b = line.partition(" => ")
            known.append((re.compile(a), re.compile(b), reason))
    return known


def table(first, last, counts, reasons):
    lines = [f"# Random programs on Interleave and on CPython {sys.version.split()[0]}, {datetime.date.today()}", ""]
    lines += [f"Written by `make differential UPDATE=1`: the programs {first} to {last}.", "", "| programs | |", "|--:|---|"]
    same = counts["programs"] - sum(counts[k] for k in counts if k != "programs")
    lines += [f"| {counts['programs']} | tried |", f"| {same} | print the same |", f"| {counts['different']} | differ without a reason |"]
    lines += [f"| {counts['ambiguous']} | are answered in several ways by CPython itself, as its clock and threads run and its objects stand |"]
    lines += [f"| {counts['refused']} | reach what is not supported, and are told so by name |"]
    lines += [f"| {counts['explained']} | differ for a reason that is known |", "", "| programs | the reason |", "|--:|---|"]
    lines += [f"| {n} | {reason} |" for reason, n in reasons.most_common()]
    (HERE / "RESULTS.md").write_text("\n".join(lines) + "\n")


class Bench:
    def __init__(self, binary):
        self.binary = binary
        self.known = explained()
        self.folder = tempfile.TemporaryDirectory()
        self.place = pathlib.Path(self.folder.name)

    def differs(self, text):
        raw = ours(text, self.place, self.binary)
        mine = plain(raw)
        theirs = plain(cpython(text, seconds=2 if mine[2] == 4 else 8))
        # What deadlocks or reaches a limit on ours never ends on CPython; some programs end on neither in their time.
        if mine[2] in (3, 4, 130) and theirs[2] == -signal.SIGALRM:
            return None
        pair = difference(mine, theirs)
        return pair and (*pair, mine, theirs, raw[0] + raw[1])

    def by_address(self, text, first):
        """Whether another CPython, whose objects stand elsewhere, prints something else."""
        (self.place / FILE).write_text(text, encoding="utf-8")
        alone = [sys.executable, __file__, "--alone", FILE]
        for _ in range(4):
            try:
                again = subprocess.run(alone, cwd=self.place, capture_output=True, stdin=subprocess.DEVNULL, timeout=20)
            except subprocess.TimeoutExpired:
                return False
            if plain((again.stdout.decode("utf-8", "replace"), "", 0))[0] != first[0]:
                return True
        return False

    def python_for_c(self, text, mine, real):
        """Whether `mine` was raised by Python code of our library and `real` by C: the program is asked where its errors come from."""
        told = 'print(type(e).__name__, e, sep=": "'
        asked = f"""at = e.__traceback__
        while at.tb_next:
            at = at.tb_next
        {told}, end=" (library)\\n" if at.tb_frame.f_code.co_filename != __file__ else "\\n\""""

        def inside(answer, line):
            out, err, _ = answer
            places = re.findall(r'(?m)^  File "(.*?)"', err)
            return f"{line} (library)" in plain((out, "", 0))[0].split("\n") or err.endswith(f"{line}\n") and "/" in places[-1]

        text = text.replace(told, asked, 1)
        return inside(ours(text, self.place, self.binary), mine) and not inside(cpython(text), real)

    def smaller(self, text, pair):
        """The program without statements that the difference does not need. What programs share stays, and is not shown."""
        head, _, tail = text.partition(blocks.SHOW)
        head, lines = (head + blocks.SHOW, tail.split("\n")) if tail else ("", text.split("\n"))
        until, at = time.monotonic() + 40, 0
        # Statements from the outside in, the last ones first: each gives way to `pass`.
        while time.monotonic() < until:
            tree = ast.parse("\n".join(lines))
            places = [(s.lineno - len(getattr(s, "decorator_list", ())), s.end_lineno, s.col_offset) for s in ast.walk(tree) if isinstance(s, ast.stmt) and not isinstance(s, ast.Pass)]
            if at >= len(places):
                break
            begin, end, indent = sorted(places, key=lambda p: (p[0] - p[1], -p[0]))[at]
            less = lines[: begin - 1] + [" " * indent + "pass"] + lines[end:]
            try:
                compile(head + "\n".join(less), FILE, "exec")
                found = self.differs(head + "\n".join(less))
            except (SyntaxError, ValueError):
                found = None
            if found and found[:2] == pair:
                lines = less
            else:
                at += 1
        return "\n".join(line for line in lines if line.strip() not in ("", "pass"))


    def judged(self, number, whole):
        """(what a program counts as, its reason, what is printed of it)."""
        text = program(number)
        found = self.differs(text)
        if not found:
            return None, None, ""
        mine, real, ours_whole, theirs, raw = found
        if "supported by Interleave" in raw:
            return "refused", None, ""
        reason = next((why for a, b, why in self.known if a.search(mine) and b.search(real)), None)
        # What ends later is said all the same.
        if reason and " ends later " in reason and sorted(ours_whole[0].split("\n")) != sorted(theirs[0].split("\n")):
            reason = None
        if re.search("uses more than 512 MB of memory|wrote more than 16 MB", raw):
            reason = "A run ends where the memory of its machine ends, or what may be printed."
        elif mine.startswith("{") and sorted(mine) == sorted(real) and re.search("Counter|OrderedDict|defaultdict", text):
            reason = "CPython makes a set of the keys of a dict's subclass one by one, and so its table and its order may be others."
        elif neighbours(mine, real):
            reason = "C's library rounds some results of functions like `atan2` to the second nearest float, ours to the nearest."
        elif not reason and mine.startswith("TypeError: ") and real.startswith("TypeError: ") and self.python_for_c(text, mine, real):
            reason = "The words for arguments of a wrong type in library functions that are Python here and C in CPython."
        if reason:
            return "explained", reason, ""
        if ambiguous(text, theirs) or self.by_address(text, theirs):
            return "ambiguous", None, ""
        told = f"\n--- program {number}\nours     {mine[:400]}\nCPython  {real[:400]}"
        return "different", None, told if whole else f"{told}\n{self.smaller(text, (mine, real))}"


def begin(binary):
    global bench
    bench = Bench(binary)


def judged(number, whole):
    return bench.judged(number, whole)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("-n", type=int, default=1000)
    options.add_argument("--from", type=int, default=0, dest="first")
    options.add_argument("--only", type=int, help="programs whose number ends with this digit, one kind of them")
    options.add_argument("--whole", action="store_true", help="do not make them small")
    options.add_argument("--table", action="store_true", help="write RESULTS.md")
    options.add_argument("--seconds", type=float, default=math.inf)
    options.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many programs at once")
    options.add_argument("--binary", default=str(ROOT / "target/release/interleave"))
    options.add_argument("--alone", type=pathlib.Path, help="print what CPython answers to this program, and no more")
    options = options.parse_args()
    if options.alone:
        sys.stdout.write(cpython(options.alone.read_text(encoding="utf-8"))[0])
        return
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"CPython 3.13 is the reference, this is {sys.version.split()[0]}")
    started, counts = time.monotonic(), dict(programs=0, refused=0, explained=0, ambiguous=0, different=0)
    numbers = [n for n in range(options.first, options.first + options.n) if options.only in (None, n % 10)]
    reasons, last = collections.Counter(), options.first
    with multiprocessing.get_context("fork").Pool(options.jobs, begin, [options.binary]) as pool:
        for last, (kind, reason, told) in zip(numbers, pool.imap(functools.partial(judged, whole=options.whole), numbers)):
            counts["programs"] += 1
            if kind:
                counts[kind] += 1
            if reason:
                reasons[reason] += 1
            if told:
                print(told, flush=True)
            if time.monotonic() - started > options.seconds:
                break
    if options.table:
        table(options.first, last, counts, reasons)
    print(*(f"{n} {what}" for what, n in counts.items()), sep=", ")
    sys.exit(1 if counts["different"] else 0)


if __name__ == "__main__":
    main()
