"""Programs that tests run in an interpreter of their own."""

import collections
import subprocess
import sys

_Result = collections.namedtuple("_PythonRunResult", ("rc", "out", "err"))


def _run(args, fails, **env):
    done = subprocess.run([sys.executable, *args], capture_output=True)
    if bool(done.returncode) != fails:
        raise AssertionError(f"return code is {done.returncode}: {done.stderr.decode()[-300:]}")
    return _Result(done.returncode, done.stdout, done.stderr)


def assert_python_ok(*args, **env):
    return _run(args, False, **env)


def assert_python_failure(*args, **env):
    return _run(args, True, **env)
