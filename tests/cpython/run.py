#!/usr/bin/env python3
"""Runs CPython's own tests on Interleave and compares with RESULTS.md.

    python3.13 tests/cpython/run.py [-v] [MODULE ...]

The tests are those of the CPython that runs this file. They are linked into a temporary folder, beside our stand-in for
`test.support`. Each module runs in an interpreter of its own; after a case that ends the interpreter (a deadlock, a limit,
the time) the others go on in another. Which cases there are, CPython's loader says; one that does not report has failed.
-v lists the failed cases with their reasons. UPDATE=1 renews RESULTS.md; otherwise status 1 says that fewer pass than it holds.
"""

import concurrent.futures
import datetime
import fnmatch
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"
SECONDS = 30  # real ones, for a run of a module
MODULES = """
test_queue test_sched test_threading test_threading_local test_thread
test_concurrent_futures.test_thread_pool test_concurrent_futures.test_wait test_concurrent_futures.test_as_completed
test_concurrent_futures.test_future
test_asyncio.test_locks test_asyncio.test_queues test_asyncio.test_taskgroups test_asyncio.test_timeouts
test_asyncio.test_tasks test_asyncio.test_futures test_asyncio.test_runners test_asyncio.test_waitfor
test_asyncio.test_eager_task_factory test_asyncio.test_free_threading test_asyncio.test_threads test_asyncio.test_context
test_asyncio.test_streams test_context test_heapq test_deque test_itertools test_generators test_coroutines test_asyncgen test_contextlib
test_contextlib_async test_with test_fstring test_exception_group
""".split()
# What else these files import.
BESIDE = """
lock_tests.py seq_tests.py test_asyncio/__init__.py test_asyncio/utils.py test_concurrent_futures/__init__.py
test_concurrent_futures/util.py data/README archivetestdata/README.md test_concurrent_futures/executor.py certdata/ssl_cert.pem certdata/ssl_key.pem
certdata/keycert3.pem certdata/pycacert.pem
""".split()


def stop(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def find_tests():
    """The folder of the installed tests."""
    if sys.version_info[:2] != (3, 13):
        stop("CPython 3.13 is needed, and this is " + sys.version.split()[0] + ": make cpython-tests PYTHON=…/python3.13")
    try:
        import test
        import test.support
    except ImportError:
        stop("this CPython 3.13 comes without its tests: install libpython3.13-testsuite, or Python 3.13 by pyenv or uv")
    return pathlib.Path(test.__path__[0])


def cases(module):
    """The names of the cases that CPython finds."""
    def flat(suite):
        for test in suite:
            if isinstance(test, unittest.BaseTestSuite):
                yield from flat(test)
            else:
                yield test.id()

    return list(dict.fromkeys(flat(unittest.defaultTestLoader.loadTestsFromName("test." + module))))


def lay_out(folder, tests, modules):
    """The stand-in, and links to CPython's files."""
    link(folder / "case.py", HERE / "case.py")
    for file in HERE.glob("standin/**/*.py"):
        link(folder / "test" / file.relative_to(HERE / "standin"), file)
    # The servers that asyncio's tests ask are plain Python of CPython's library.
    for file in (tests.parent / "wsgiref").glob("*.py"):
        link(folder / "wsgiref" / file.name, file)
    for name in [m.replace(".", "/") + ".py" for m in modules] + BESIDE:
        if (tests / name).exists() and not (folder / "test" / name).exists():
            link(folder / "test" / name, tests / name)


def link(place, file):
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(file)


def judge(module, wanted, interleave, folder):
    """(word, why) by case."""
    found, reason = {}, "did not run"
    while True:
        try:
            done = subprocess.run([interleave, "run", folder / "case.py", "--timeout", str(SECONDS)], capture_output=True, text=True,
                                  errors="replace", timeout=2 * SECONDS, input="\n".join(["test." + module, *found]))
        except subprocess.TimeoutExpired:
            return {c: found.get(c, ("crash", "the interpreter does not stop")) for c in wanted}
        current, news = None, len(found)
        for word, name, why in re.findall(r"^@@ (\w+) ?([^\t\n]*)\t?(.*)$", done.stdout, re.M):
            if word == "start":
                current = name
                continue
            if word == "end" or name == "test." + module:
                reason = (word, why) if why else ("fail", reason)
                return {c: found.get(c) or in_class(c, found) or reason for c in wanted}
            if found.get(name, ("pass",))[0] in ("pass", "skip"):
                found[name] = (word, why)
            current = None
        last = (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
        if current:
            found[current] = ("crash", last)
        elif len(found) == news:
            return {c: found.get(c, ("crash", last)) for c in wanted}


def in_class(case, found):
    """What became of the preparations of the case's class or module."""
    for name, answer in found.items():
        prepared = re.fullmatch(r"setUp(?:Class|Module) \((.*)\)", name)
        if prepared and case.startswith(prepared[1] + "."):
            return answer


def rules():
    """(pattern, reason) of what tests CPython itself."""
    for line in (HERE / "inapplicable.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            pattern, _, reason = line.partition("  ")
            yield pattern, reason.strip()


def excused(case, word, why):
    """Why a case that did not pass is not applicable, or None."""
    if word == "skip" and why.startswith("n/a: "):
        return why[5:]
    name = case.removeprefix("test.")
    return next((reason for pattern, reason in RULES if fnmatch.fnmatchcase(name, pattern)), None)


RULES = list(rules())


def table(counts):
    lines = ["| module | cases | passed | failed | not applicable | of the applicable |", "|---|--:|--:|--:|--:|--:|"]
    total = [sum(column) for column in zip(*counts.values())]
    for name, (passed, failed, out) in [*counts.items(), ("all", total)]:
        share = f"{100 * passed / (passed + failed):.1f} %" if passed + failed else "–"
        lines.append(f"| {name} | {passed + failed + out} | {passed} | {failed} | {out} | {share} |")
    return "\n".join(lines)


def committed():
    """The passed cases by module, of the table in RESULTS.md."""
    text = RESULTS.read_text() if RESULTS.exists() else ""
    return {name: int(passed) for name, passed in re.findall(r"^\| (test_\S+) \| \d+ \| (\d+) ", text, re.M)}


def main():
    arguments = sys.argv[1:]
    verbose = "-v" in arguments
    asked = [a for a in arguments if a != "-v"]
    tests = find_tests()
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent.parent / "target")).resolve()
    interleave = os.environ.get("INTERLEAVE", target / "release/interleave")
    modules = [m for m in MODULES if (not asked or any(a in m for a in asked)) and (tests / (m.replace(".", "/") + ".py")).exists()]
    counts, failures = {}, []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        folder = pathlib.Path(folder)
        lay_out(folder, tests, modules)
        wanted = {m: cases(m) for m in modules}
        jobs = {m: pool.submit(judge, m, wanted[m], interleave, folder) for m in modules}
        for module in modules:
            passed = failed = out = 0
            for case, (word, why) in jobs[module].result().items():
                if word == "pass":
                    passed += 1
                elif excused(case, word, why):
                    out += 1
                else:
                    failed += 1
                    failures.append(f"{case}: {word}: {why}")
            counts[module] = (passed, failed, out)
    print("\n".join(failures) + "\n" if verbose and failures else "", end="")
    print(table(counts))
    if os.environ.get("UPDATE") and not asked:
        RESULTS.write_text(f"# CPython {sys.version.split()[0]}'s own tests on Interleave, {datetime.date.today()}\n\n"
                           "Written by `make cpython-tests UPDATE=1`. Not applicable are cases that test CPython itself: those of "
                           "`inapplicable.txt` and those that the stand-in for `test.support` skips.\n\n" + table(counts) + "\n")
        return
    worse = [f"{m}: {counts[m][0]} pass, and {n} did" for m, n in committed().items() if m in counts and counts[m][0] < n]
    if worse:
        print("\n".join(worse), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
