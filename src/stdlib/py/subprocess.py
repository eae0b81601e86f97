"""Other programs: not supported."""

import _machine

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


def _refuse(name):
    def refused(*args, **kwargs):
        _machine.unsupported(
            "subprocess." + name + " is not supported: other programs do not run here; use multiprocessing"
        )

    return refused


Popen, run, call = _refuse("Popen"), _refuse("run()"), _refuse("call()")
check_call, check_output = _refuse("check_call()"), _refuse("check_output()")
getoutput, getstatusoutput = _refuse("getoutput()"), _refuse("getstatusoutput()")
