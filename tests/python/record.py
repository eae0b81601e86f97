#!/usr/bin/env python3
"""Runs the programs of the folders here on CPython 3.13 and stores what they print.

    PYENV_VERSION=3.13.0 python3 tests/python/record.py [NAME ...]
    PYENV_VERSION=3.13.0 python3 tests/python/record.py --mistakes

A program is a file, or a folder with a `main.py`, its modules and data, and `stdin` if it reads any; NAME is then the folder's.
It runs in a directory of its own. NAME.out (main.out) is the standard output. A program that ends with another status than 0 also has NAME.exit and NAME.err, its standard error.
Each program runs three times; one whose output differs from run to run is refused.
With --mistakes the answers in tests/it/lang/mistakes.txt are renewed: what the compiler says of texts that are not Python.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
RUNS = 3


def run(program):
    environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8", NO_COLOR="1", LC_ALL="C.UTF-8")
    with tempfile.TemporaryDirectory() as place:
        place = os.path.realpath(place)
        given = None
        if program.name == "main.py":
            shutil.copytree(program.parent, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("main.out", "main.err", "main.exit", "stdin", "__pycache__"))
            if (program.parent / "stdin").exists():
                given = (program.parent / "stdin").read_text()
        else:
            shutil.copy(program, place)
        done = subprocess.run(
            [sys.executable, program.name], cwd=place, input=given or "", capture_output=True, text=True, env=environment, timeout=60
        )
        # A traceback names the file by its whole path; ours names it as it was given.
        return done.stdout.replace(f"{place}/", ""), done.stderr.replace(f"{place}/", ""), done.returncode


def record(program):
    first = run(program)
    for _ in range(RUNS - 1):
        if run(program) != first:
            return f"{program.name}: the output differs from run to run"
    out, err, status = first
    program.with_suffix(".out").write_text(out)
    for suffix, text in ((".exit", f"{status}\n"), (".err", err)):
        stored = program.with_suffix(suffix)
        if status != 0:
            stored.write_text(text)
        else:
            stored.unlink(missing_ok=True)
    if status == 0 and err:
        return f"{program.name}: writes to stderr: {err}"
    return None


def mistakes():
    stored = HERE.parent / "it/lang/mistakes.txt"
    cases = []
    for case in stored.read_text().split("-----\n"):
        text = case.partition("=>\n")[0]
        try:
            compile(text, "prog.py", "exec")
            answer = "fine"
        except SyntaxError as e:
            answer = f"{e.lineno}:{e.offset}: {type(e).__name__}: {e.msg}"
        cases.append(f"{text}=>\n{answer}\n")
    stored.write_text("-----\n".join(cases))


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"CPython 3.13 is the reference, this is {sys.version.split()[0]}")
    names = sys.argv[1:]
    programs = sorted([*HERE.glob("*/*.py"), *HERE.glob("*/*/main.py")])
    called = lambda p: p.parent.name if p.name == "main.py" else p.stem
    complaints = [record(p.resolve()) for p in programs if not names or called(p) in names]
    complaints = [c for c in complaints if c]
    print(*complaints, sep="\n", end="\n" if complaints else "")
    sys.exit(1 if complaints else 0)


main()
