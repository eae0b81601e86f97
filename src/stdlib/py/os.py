"""The operating system: processes, the environment, and the machine's files."""

import _files
import _machine
import _process
import sys
from _process import getpid

import posixpath as path

name = "posix"
sep, altsep, linesep, pathsep = "/", None, "\n", ":"
curdir, pardir, extsep, devnull, defpath = ".", "..", ".", "/dev/null", "/bin:/usr/bin"
sys.modules["os.path"] = path
error = OSError

EX_OK = 0
WNOHANG, WUNTRACED = 1, 2
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
O_NONBLOCK, O_SYNC, O_CLOEXEC, O_DIRECTORY, O_NOFOLLOW = 2048, 1052672, 524288, 65536, 131072
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

_parent = 1
_after_fork = []


def getppid():
    return _parent


def cpu_count():
    return _machine.cores()


def process_cpu_count():
    return len(sched_getaffinity(0))


def sched_getaffinity(pid, /):
    mask = _machine.affinity(pid)
    return {core for core in range(_machine.cores()) if mask >> core & 1}


def sched_setaffinity(pid, mask, /):
    bits = 0
    for core in mask:
        if not isinstance(core, int):
            raise TypeError("expected an iterator of ints, but iterator yielded " + repr(type(core)))
        if core < 0:
            raise ValueError("negative CPU number")
        if core < _machine.cores():
            bits |= 1 << core
    # As a number of 64 bits with a sign.
    _machine.set_affinity(pid, bits - (bits >> 63 << 64))


def sched_yield():
    import time

    time.sleep(0)


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return "user"


def getpgid(pid):
    return getpid()


def getpgrp():
    return getpid()


def getloadavg():
    return (0.0, 0.0, 0.0)


def fork():
    """A copy of this process; only the calling thread goes on in it."""
    return _fork("")


def _fork(name):
    global _parent
    me = getpid()
    pid = _process.fork(name)
    if pid:
        _children.append(pid)
    else:
        _parent = me
        _children.clear()
        threading = sys.modules.get("threading")
        if threading is not None:
            threading._after_fork()
        for call in _after_fork:
            call()
    return pid


def register_at_fork(*, before=None, after_in_parent=None, after_in_child=None):
    if before is not None or after_in_parent is not None:
        _machine.unsupported("os.register_at_fork() is supported with after_in_child= only")
    if after_in_child is not None:
        _after_fork.append(after_in_child)


def _exit(status):
    _process.exit(status)


def abort():
    _process.kill(getpid(), 6)


def kill(pid, signal, /):
    signal = int(signal)
    if signal < 0 or signal > 64:
        raise OSError(22, "Invalid argument")
    if signal == 2 and pid == getpid():
        # What handles it by default.
        import signal as _
    if signal == 0 and pid == getpid():
        return
    if signal:
        _process.kill(pid, signal)


# Those whose end nobody has heard of yet, in the order of their forks.
_children = []


def _wait(pid, timeout, name):
    """The exit status of a child, once; None if it goes on."""
    status = _process.wait(pid, timeout, "process", name)
    if status is not None and pid in _children:
        _children.remove(pid)
    return status


def _encode_status(status):
    return -status if status < 0 else status << 8


def waitpid(pid, options, /):
    timeout = 0 if options & WNOHANG else None
    # All processes are of one group.
    asked = [child for child in _children if pid <= 0 or child == pid]
    if not asked:
        raise ChildProcessError(10, "No child processes")
    if len(asked) > 1:
        # One has ended after this, or none in time.
        _process.wait(asked, timeout, "process", "")
        timeout = 0
    for child in asked:
        status = _wait(child, timeout, "")
        if status is not None:
            return (child, _encode_status(status))
    return (0, 0)


def wait():
    return waitpid(-1, 0)


def waitstatus_to_exitcode(status):
    return status >> 8 if status & 127 == 0 else -(status & 127)


def WIFEXITED(status):
    return status & 127 == 0


def WEXITSTATUS(status):
    return status >> 8


def WIFSIGNALED(status):
    return status & 127 != 0


def WTERMSIG(status):
    return status & 127


def urandom(size, /):
    out = bytearray()
    while len(out) < size:
        out += (_process.entropy() & 0xFFFFFFFFFFFFFFFF).to_bytes(8, "little")
    return bytes(out[:size])


def getrandom(size, flags=0):
    return urandom(size)



class _Environ(dict):
    def __repr__(self):
        return "environ(" + dict.__repr__(self) + ")"

    def __setitem__(self, key, value):
        for item in (key, value):
            if not isinstance(item, str):
                raise TypeError("str expected, not " + type(item).__name__)
        dict.__setitem__(self, key, value)

    def copy(self):
        return dict(self)


environ = _Environ(
    {"HOME": "/home/user", "USER": "user", "PATH": defpath, "LANG": "C.UTF-8", "PWD": "/home/user", "SHELL": "/bin/sh"}
)


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value, /):
    environ[key] = value


def unsetenv(key, /):
    environ.pop(key, None)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        return path.__fspath__()
    except AttributeError:
        raise TypeError(
            "expected str, bytes or os.PathLike object, not " + type(path).__name__
        ) from None


def fsencode(filename):
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    return filename.decode() if isinstance(filename, bytes) else filename


class _HasPath(type):
    def __instancecheck__(cls, obj):
        return cls.__subclasscheck__(type(obj))

    def __subclasscheck__(cls, kind):
        return hasattr(kind, "__fspath__") if cls is PathLike else type.__subclasscheck__(cls, kind)


class PathLike(metaclass=_HasPath):
    def __fspath__(self):
        raise NotImplementedError


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    raise OSError(25, "Inappropriate ioctl for device")


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])


def uname():
    return uname_result(("Linux", "interleave", "6.1.0", "#1 SMP", "x86_64"))


class times_result(tuple):
    user = property(lambda self: self[0])
    system = property(lambda self: self[1])
    children_user = property(lambda self: self[2])
    children_system = property(lambda self: self[3])
    elapsed = property(lambda self: self[4])


def times():
    import time

    return times_result((time.process_time(), 0.0, 0.0, 0.0, time.monotonic()))


PRIO_PROCESS, PRIO_PGRP, PRIO_USER = 0, 1, 2


def nice(increment, /):
    value = max(-20, min(19, _machine.nice(0) + increment))
    if value < _machine.nice(0):
        raise PermissionError(1, "Operation not permitted")
    return _machine.set_nice(0, value)


def getpriority(which, who):
    return _machine.nice(who)


def setpriority(which, who, priority):
    priority = max(-20, min(19, priority))
    if priority < _machine.nice(who):
        raise PermissionError(13, "Permission denied")
    _machine.set_nice(who, priority)


def strerror(code, /):
    import errno

    return errno._TEXTS.get(code, "Unknown error " + str(code))


def isatty(fd, /):
    return False


def system(command):
    """Runs a simulated command; its exit status as wait() gives it."""
    import subprocess

    sys.stdout.flush()
    return _encode_status(subprocess.call(fsdecode(command), shell=True))


def popen(cmd, mode="r", buffering=-1):
    import subprocess

    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if mode == "r":
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE)
        return _Pipe(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE)
    return _Pipe(process.stdin, process)


class _Pipe:
    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        return None if status == 0 else _encode_status(status)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def _sync():
    _files.call("sync", "")


_NO = (
    "execv", "execve", "execvp", "execl", "execlp", "posix_spawn", "startfile", "wait3", "wait4",
    "forkpty", "setsid", "setpgid", "killpg", "mkfifo", "statvfs", "mknod", "chroot", "lockf", "eventfd", "eventfd_read",
    "eventfd_write",
)
_SUPPORTS = {
    "supports_dir_fd": "access chmod chown link mkdir mkfifo mknod open readlink rename rmdir stat symlink unlink utime",
    "supports_fd": "chdir chmod chown execve listdir pathconf scandir stat statvfs truncate utime",
    "supports_follow_symlinks": "access chown link stat utime",
    "supports_effective_ids": "access",
}
EFD_CLOEXEC, EFD_NONBLOCK, EFD_SEMAPHORE = 0x80000, 0x800, 1
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1


def _spawn(name):
    def spawn(mode, file, *args, **more):
        import subprocess

        env = None
        args += tuple(more[k] for k in ("args", "env") if k in more)
        if name[-1] == "e":
            *args, env = args
        argv = list(args[0]) if name[5] == "v" else list(args)
        child = subprocess.Popen([file, *argv[1:]], env=env)
        return child.wait() if mode == P_WAIT else child.pid

    spawn.__name__ = spawn.__qualname__ = name
    return spawn


def __getattr__(name):
    if name in _SUPPORTS:
        return {globals()[n] for n in _SUPPORTS[name].split() if n in globals()}
    if name[:6] in ("spawnl", "spawnv") and name[6:] in ("", "e", "p", "pe"):
        return _spawn(name)
    if name in _NO:
        return lambda *args, **kwargs: _machine.unsupported("os." + name + "() is not supported")
    raise AttributeError("module 'os' has no attribute '" + name + "'", name=name, obj=sys.modules["os"])


from _folders import *
from _folders import _call, _failed, _stat
