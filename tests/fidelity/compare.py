#!/usr/bin/env python3
"""Compares how long the programs here take: on CPython 3.13 by the clock, on ours in virtual time.

    make fidelity              all of them; the status is 1 when one differs
    UPDATE=1 make fidelity     renews RESULTS.md

A program that waits differs when it is off by more than 2 % and more than 5 ms; one that computes (cpu_, convoy_, mixed_) when by more than 15 %, on the
machine that `interleave measure` finds here, or when it counts more than 20 % more or fewer switches of the GIL. CPython's time is the least of several runs, since a
busy machine only ever adds to it; what a program imports is imported before its time begins, as it costs no virtual time.
INTERLEAVE names another command than the release build.
"""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
OURS = os.environ.get("INTERLEAVE", str(TARGET / "release/interleave"))
RUNS, TRIES = 2, 8
SHARE, SLACK = 0.02, 0.005
COMPUTING, CPU_SHARE, SWITCHES = ("cpu_", "convoy_", "mixed_"), 0.15, 0.20

# Runs a program as the main module, and says how long it took until nothing of it runs any more, by the clock and in CPU time.
TIMED = """
import sys, time, runpy
import asyncio, atexit, concurrent.futures.process, concurrent.futures.thread, multiprocessing.connection
import multiprocessing.managers, multiprocessing.pool, multiprocessing.popen_fork, multiprocessing.queues
import multiprocessing.synchronize, queue, sched, threading
begin, cpu = time.perf_counter(), time.process_time()
def end():
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    print("took", time.perf_counter() - begin, time.process_time() - cpu, flush=True)
runpy.run_path(sys.argv[1], run_name="__main__")
end()
"""


def checked(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        sys.exit(f"{command[-1]} failed:\n{done.stdout}{done.stderr}")
    return done


def this_machine():
    """What `--measured` takes: of several measurements the least of each cost, since others use the machine too."""
    program = checked([OURS, "measure"]).stdout
    lines = [checked([sys.executable, "-c", program]).stdout.split() for _ in range(5)]
    least = {}
    for pair in (word.split("=") for line in lines for word in line[2:]):
        least[pair[0]] = min(float(pair[1]), least.get(pair[0], 1e12))
    # The price of a wake-up is that of the model: it hangs on what the other core does.
    least.pop("wake")
    return " ".join(lines[0][:2] + [f"{key}={ns}" for key, ns in least.items()])


def switches(text):
    found = re.search(r"switches (\d+)", text)
    return int(found[1]) if found else None


def measured(program):
    text = checked([sys.executable, "-c", TIMED, str(program)]).stdout
    wall, cpu = map(float, text.split("took ")[-1].split())
    # CPU time where one process computes all the time: others may use the processor too.
    alone = program.name.startswith("cpu_") and "process" not in program.name and "nice" not in program.name
    return cpu if alone else wall, switches(text)


def simulated(program, machine):
    options = ["--measured", machine] if program.name.startswith(COMPUTING) else []
    result = json.loads(checked([OURS, "run", "--json", *options, str(program)]).stdout)
    return result["elapsed"], switches(result["stdout"])


def differs(program, real, ours):
    share = CPU_SHARE if program.name.startswith(COMPUTING) else SHARE
    off = abs(real[0] - ours[0]) > max(SLACK, share * real[0])
    # The last turns are shorter, and one more or less is chance.
    return off or real[1] is not None and abs(real[1] - ours[1]) > max(4, SWITCHES * real[1])


def compare(program, machine):
    ours = simulated(program, machine)
    real = min(measured(program) for _ in range(RUNS))
    for _ in range(TRIES - RUNS):
        if not differs(program, real, ours):
            break
        real = min(real, measured(program))
    return real, ours


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"CPython 3.13 is the reference, this is {sys.version.split()[0]}")
    names = sys.argv[1:]
    programs = sorted(p for p in HERE.glob("*.py") if p.name != "compare.py" and (not names or p.stem in names))
    machine = this_machine()
    print(machine)
    rows, wrong = ["| program | CPython, s | ours, s | ours − CPython, ms | switches |", "|---|---:|---:|---:|---:|"], 0
    for program in programs:
        real, ours = compare(program, machine)
        (wall, counted), (virtual, simulated_count) = real, ours
        over = differs(program, real, ours)
        wrong += over
        both = "" if counted is None else f"{counted}, {simulated_count}"
        rows.append(f"| {program.stem} | {wall:.4f} | {virtual:.4f} | {(virtual - wall) * 1000:+.2f}{' **differs**' if over else ''} | {both} |")
        print(f"{program.stem:26}{wall:9.4f}{virtual:9.4f}{(virtual - wall) * 1000:+9.2f} ms {both}{'  differs' if over else ''}", flush=True)
    summary = f"{len(programs) - wrong} of {len(programs)} programs take the same time: within 2 % or 5 ms if they wait, within 15 % if they compute."
    print(summary)
    if os.environ.get("UPDATE") and not names:
        version, today = sys.version.split()[0], datetime.date.today()
        text = f"# Virtual time beside the clock\n\nCPython {version} (Linux, least of several runs) and ours (2 cores; programs that compute on the machine `{machine}`), {today}; renewed by `UPDATE=1 make fidelity`.\n{summary}\n\n"
        (HERE / "RESULTS.md").write_text(text + "\n".join(rows) + "\n")
    sys.exit(1 if wrong else 0)


main()
