#!/usr/bin/env python3
"""Compares how long the programs here take: on CPython 3.13 by the clock, on ours in virtual time.

    make fidelity              all of them; the status is 1 when one differs
    UPDATE=1 make fidelity     renews RESULTS.md

A program differs when it is off by more than 2 % and more than 5 ms. CPython's time is the least of several runs, since a
busy machine only ever adds to it; what a program imports is imported before its time begins, as it costs no virtual time.
INTERLEAVE names another command than the release build.
"""

import datetime
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
OURS = os.environ.get("INTERLEAVE", str(TARGET / "release/interleave"))
RUNS, TRIES = 2, 5
SHARE, SLACK = 0.02, 0.005

# Runs a program as the main module, and says how long it took until nothing of it runs any more.
TIMED = """
import sys, time, runpy
import asyncio, atexit, concurrent.futures.process, concurrent.futures.thread, multiprocessing.connection
import multiprocessing.managers, multiprocessing.pool, multiprocessing.popen_fork, multiprocessing.queues
import multiprocessing.synchronize, queue, sched, threading
begin = time.perf_counter()
def end():
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    print("took", time.perf_counter() - begin, flush=True)
runpy.run_path(sys.argv[1], run_name="__main__")
end()
"""


def checked(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit(f"{command[-1]} failed:\n{done.stdout}{done.stderr}")
    return done


def measured(program):
    return float(checked([sys.executable, "-c", TIMED, str(program)]).stdout.split("took ")[-1])


def simulated(program):
    return json.loads(checked([OURS, "run", "--json", str(program)]).stdout)["elapsed"]


def differs(wall, virtual):
    return abs(wall - virtual) > max(SLACK, SHARE * wall)


def compare(program):
    virtual = simulated(program)
    wall = min(measured(program) for _ in range(RUNS))
    for _ in range(TRIES - RUNS):
        if not differs(wall, virtual):
            break
        wall = min(wall, measured(program))
    return wall, virtual


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"CPython 3.13 is the reference, this is {sys.version.split()[0]}")
    names = sys.argv[1:]
    programs = sorted(p for p in HERE.glob("*.py") if p.name != "compare.py" and (not names or p.stem in names))
    rows, wrong = ["| program | CPython, s | ours, s | ours − CPython, ms |", "|---|---:|---:|---:|"], 0
    for program in programs:
        wall, virtual = compare(program)
        over = differs(wall, virtual)
        wrong += over
        rows.append(f"| {program.stem} | {wall:.4f} | {virtual:.4f} | {(virtual - wall) * 1000:+.2f}{' **differs**' if over else ''} |")
        print(f"{program.stem:24}{wall:9.4f}{virtual:9.4f}{(virtual - wall) * 1000:+9.2f} ms{'  differs' if over else ''}", flush=True)
    summary = f"{len(programs) - wrong} of {len(programs)} programs take the same time within 2 % or 5 ms."
    print(summary)
    if os.environ.get("UPDATE") and not names:
        version, today = sys.version.split()[0], datetime.date.today()
        text = f"# Virtual time beside the clock\n\nCPython {version} (Linux, least of several runs) and ours (2 cores, default machine), {today}; renewed by `UPDATE=1 make fidelity`.\n{summary}\n\n"
        (HERE / "RESULTS.md").write_text(text + "\n".join(rows) + "\n")
    sys.exit(1 if wrong else 0)


main()
