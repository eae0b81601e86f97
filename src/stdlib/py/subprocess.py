"""Other programs, as processes of the machine: a few simulated commands, and Python itself."""

import _commands
import _process
import errno
import io
import os
import signal
import sys
import time

PIPE, STDOUT, DEVNULL = -1, -2, -3
_COMMANDS = _commands.NAMES


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    stdout = property(lambda self: self.output)


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    stdout = property(lambda self: self.output)


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        if self.stdout is not None:
            parts.append(f"stdout={self.stdout!r}")
        if self.stderr is not None:
            parts.append(f"stderr={self.stderr!r}")
        return f"CompletedProcess({', '.join(parts)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    def __init__(
        self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, *, close_fds=True,
        shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
        start_new_session=False, encoding=None, errors=None, text=None, pipesize=-1
    ):
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        self.args = args
        self.returncode = None
        self.stdin = self.stdout = self.stderr = None
        self.text_mode = encoding or errors or text or universal_newlines
        if isinstance(args, (str, bytes)) or hasattr(args, "__fspath__"):
            words = [os.fsdecode(os.fspath(args))]
        else:
            words = [os.fsdecode(os.fspath(a)) for a in args]
        if shell:
            words = ["/bin/sh", "-c"] + words
        if not words:
            raise IndexError("list index out of range")
        if cwd is not None and not os.path.isdir(cwd):
            raise FileNotFoundError(2, "No such file or directory", os.fspath(cwd))
        _commands.check(words, cwd)
        mine, theirs = [], {}
        for fd, want, mode in ((0, stdin, "w"), (1, stdout, "r"), (2, stderr, "r")):
            if want == PIPE:
                r, w = os.pipe()
                ours, child = (w, r) if fd == 0 else (r, w)
                theirs[fd] = child
                mine.append(ours)
                raw = io.FileIO(ours, mode)
                stream = io.BufferedWriter(raw) if fd == 0 else io.BufferedReader(raw)
                if self.text_mode:
                    stream = io.TextIOWrapper(stream, encoding, errors, line_buffering=bufsize == 1, write_through=fd == 0)
                setattr(self, ("stdin", "stdout", "stderr")[fd], stream)
            elif want == DEVNULL:
                theirs[fd] = None
            elif want == STDOUT:
                theirs[fd] = theirs.get(1, 1)
            elif want is not None:
                theirs[fd] = want if isinstance(want, int) else want.fileno()
                if not isinstance(want, int) and fd:
                    want.flush()
        sys.stdout.flush()
        self.pid = os._fork(_commands.title(words))
        if self.pid == 0:
            _commands.become(words, theirs, mine, cwd, env)
        for want, fd in zip((stdin, stdout, stderr), (0, 1, 2)):
            if want == PIPE:
                os.close(theirs[fd])
        self._label = words[0].rpartition("/")[2]

    def __repr__(self):
        return f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"

    universal_newlines = property(lambda self: self.text_mode)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        for stream in (self.stdout, self.stderr, self.stdin):
            if stream:
                stream.close()
        self.wait()

    def poll(self):
        if self.returncode is None:
            self.returncode = os._wait(self.pid, 0, self._label)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            self.returncode = os._wait(self.pid, timeout, self._label)
            if self.returncode is None:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, sig):
        if self.poll() is None:
            os.kill(self.pid, sig)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def _bytes(self, stream):
        return stream.buffer if self.text_mode else stream

    def communicate(self, input=None, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        if self.stdin is not None:
            try:
                if input:
                    self.stdin.write(input)
                self.stdin.close()
            except BrokenPipeError:
                pass
            self.stdin = None
        got = {s.fileno(): [] for s in (self.stdout, self.stderr) if s is not None and not s.closed}
        if not hasattr(self, "_got"):
            self._got = got
        streams = {s.fileno(): s for s in (self.stdout, self.stderr) if s is not None and not s.closed}
        waiting = list(streams)
        while waiting:
            left = None if deadline is None else max(deadline - time.monotonic(), 0)
            ready = _process.poll(waiting, left, "output", self._label)
            if not ready and deadline is not None and time.monotonic() >= deadline:
                out = [b"".join(p) or None for p in self._got.values()]
                raise TimeoutExpired(self.args, timeout, out[0] if out else None, out[1] if len(out) > 1 else None)
            for fd in ready:
                data = self._bytes(streams[fd]).read1(65536)
                if data:
                    self._got[fd].append(data)
                else:
                    waiting.remove(fd)
        self.wait(None if deadline is None else max(deadline - time.monotonic(), 0))
        out = []
        for stream in (self.stdout, self.stderr):
            if stream is None or stream.closed:
                out.append(None)
                continue
            data = b"".join(self._got[stream.fileno()])
            if self.text_mode:
                data = data.decode(stream.encoding, stream.errors).replace("\r\n", "\n").replace("\r", "\n")
            stream.close()
            out.append(data)
        return tuple(out)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except BaseException:
            process.kill()
            raise
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    status = call(*popenargs, **kwargs)
    if status:
        raise CalledProcessError(status, kwargs.get("args") or popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    if "stdout" in kwargs:
        raise ValueError("stdout argument not allowed, it will be overridden.")
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT)
    out = done.stdout
    return done.returncode, out[:-1] if out[-1:] == "\n" else out


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd)[1]


def list2cmdline(seq):
    import shlex

    return shlex.join(seq)
