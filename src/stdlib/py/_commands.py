"""The commands that subprocess can run: simulated ones, small, and Python."""

import _machine
import _process
import io
import os
import shlex
import sys
import time

_PYTHON = ("python", "python3", "python3.13")


class _Out:
    """Standard output or error of a command: a descriptor, the screen, or nothing."""

    def __init__(self, fd):
        self._fd = fd

    def write(self, text):
        if self._fd is not None:
            data = text if isinstance(text, bytes) else text.encode()
            if self._fd in (1, 2):
                _machine.write(self._fd == 2, data.decode("utf-8", "replace"))
            elif data:
                os.write(self._fd, data)
        return len(text)

    def flush(self):
        pass


def _lines(names, read):
    for name in names or ["-"]:
        if name == "-":
            yield read()
        else:
            with open(name, "rb") as f:
                yield f.read()


def _sleep(args, out, err, read):
    if not args:
        err.write("sleep: missing operand\nTry 'sleep --help' for more information.\n")
        return 1
    total = 0.0
    for arg in args:
        unit = {"s": 1, "m": 60, "h": 3600, "d": 86400}.get(arg[-1:])
        try:
            total += float(arg if unit is None else arg[:-1]) * (unit or 1)
        except ValueError:
            err.write(f"sleep: invalid time interval ‘{arg}’\nTry 'sleep --help' for more information.\n")
            return 1
    time.sleep(total)
    return 0


def _echo(args, out, err, read):
    end = "\n"
    while args and args[0] in ("-n", "-e"):
        if args[0] == "-n":
            end = ""
        args = args[1:]
    out.write(" ".join(args) + end)
    return 0


def _cat(args, out, err, read):
    status = 0
    for name in args or ["-"]:
        try:
            for data in _lines([name], read):
                out.write(data)
        except OSError as e:
            err.write(f"cat: {name}: {e.strerror}\n")
            status = 1
    return status


def _ls(args, out, err, read):
    every = any(a.startswith("-") and "a" in a for a in args)
    names = [a for a in args if not a.startswith("-")] or ["."]
    status = 0
    for name in names:
        if os.path.isdir(name):
            if len(names) > 1:
                out.write(name + ":\n")
            shown = sorted(n for n in os.listdir(name) if every or n[0] != ".")
            out.write("".join([n + "\n" for n in shown]))
        elif os.path.exists(name):
            out.write(name + "\n")
        else:
            err.write(f"ls: cannot access '{name}': No such file or directory\n")
            status = 2
    return status


def _wc(args, out, err, read):
    flags = "".join(a[1:] for a in args if a.startswith("-"))
    names = [a for a in args if not a.startswith("-")]
    for data, name in zip(_lines(names, read), names or [""]):
        counts = {"l": data.count(b"\n"), "w": len(data.split()), "c": len(data)}
        shown = [str(n) for k, n in counts.items() if not flags or k in flags]
        out.write(" ".join(shown + ([name] if name else [])) + "\n")
    return 0


def _head(args, out, err, read):
    count = 10
    while args and args[0].startswith("-"):
        flag = args.pop(0)
        count = int(args.pop(0) if flag == "-n" else flag.lstrip("-n"))
    for data in _lines(args, read):
        out.write("".join(data.decode().splitlines(True)[:count]))
    return 0


def _sort(args, out, err, read):
    lines = []
    for data in _lines([a for a in args if a[0] != "-"], read):
        lines += data.decode().splitlines()
    lines.sort(key=int if "-n" in args else None, reverse="-r" in args)
    out.write("".join([line + "\n" for line in lines]))
    return 0


def _grep(args, out, err, read):
    pattern, names = args[0], args[1:]
    found = False
    for data in _lines(names, read):
        for line in data.decode().splitlines():
            if pattern in line:
                found = True
                out.write(line + "\n")
    return 0 if found else 1


def _seq(args, out, err, read):
    numbers = [int(a) for a in args]
    first, last = (1, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[-1])
    out.write("".join([f"{n}\n" for n in range(first, last + 1, numbers[1] if len(numbers) > 2 else 1)]))
    return 0


def _made(call):
    def command(args, out, err, read):
        for name in args:
            if not name.startswith("-"):
                try:
                    call(name)
                except OSError as e:
                    err.write(f"{name}: {e.strerror}\n")
                    return 1
        return 0

    return command


def _env(args, out, err, read):
    out.write("".join([f"{k}={v}\n" for k, v in os.environ.items()]))
    return 0


def _date(args, out, err, read):
    form = args[0][1:] if args and args[0].startswith("+") else "%a %b %d %H:%M:%S UTC %Y"
    out.write(time.strftime(form) + "\n")
    return 0


def _exit(args, out, err, read):
    return int(args[0]) & 255 if args else 0


_ALL = {
    "sleep": _sleep,
    "echo": _echo,
    "true": lambda *a: 0,
    "false": lambda *a: 1,
    "cat": _cat,
    "ls": _ls,
    "pwd": lambda args, out, err, read: out.write(os.getcwd() + "\n") * 0,
    "wc": _wc,
    "head": _head,
    "sort": _sort,
    "grep": _grep,
    "seq": _seq,
    "touch": _made(lambda name: open(name, "a").close()),
    "mkdir": _made(os.mkdir),
    "rm": _made(os.remove),
    "env": _env,
    "date": _date,
    "hostname": lambda args, out, err, read: out.write("interleave\n") * 0,
    "whoami": lambda args, out, err, read: out.write("user\n") * 0,
    "uname": lambda args, out, err, read: out.write("Linux\n") * 0,
    "clear": lambda *a: 0,
}
_BUILT_IN = {"exit": _exit, ":": lambda *a: 0, "cd": _made(os.chdir)}
NAMES = frozenset(_ALL) | {"sh"} | set(_PYTHON)


def _base(word):
    folder, _, name = word.rpartition("/")
    return name if folder in ("", "/bin", "/usr/bin", "/usr/local/bin") else word


def title(words):
    """How the process is shown."""
    if words[:2] == ["/bin/sh", "-c"]:
        return words[2]
    return " ".join([_base(words[0])] + words[1:])[:60]


def check(words, cwd):
    """Raises what starting the command would raise."""
    name = _base(words[0])
    if name in NAMES:
        return
    path = words[0] if cwd is None else os.path.join(cwd, words[0])
    if "/" in words[0] and os.path.isfile(path):
        raise PermissionError(13, "Permission denied", words[0])
    raise _absent(words[0])


def _absent(name):
    exc = FileNotFoundError(2, "No such file or directory", name)
    exc.add_note("Interleave simulates only these commands: " + " ".join(sorted(NAMES)))
    return exc


def become(words, streams, close, cwd, env):
    """The forked process becomes the command. Does not return."""
    status = 1
    try:
        for fd in close:
            os.close(fd)
        if cwd is not None:
            os.chdir(cwd)
        if env is not None:
            os.environ.clear()
            os.environ.update(env)
        _machine.work(0.0008)
        given = streams.get(0, 0)
        out, err = _Out(streams.get(1, 1)), _Out(streams.get(2, 2))
        status = _command(words, given, out, err)
    except BrokenPipeError:
        status = 1
    except Exception as exc:
        err.write(f"{_base(words[0])}: {exc}\n")
    finally:
        _process.exit(status)


def _reader(given):
    def read():
        if given is None:
            return b""
        if isinstance(given, bytes):
            return given
        if given == 0:
            return sys.__stdin__.read().encode()
        data = b""
        while piece := os.read(given, 65536):
            data += piece
        return data

    return read


def _command(words, given, out, err):
    name, args = _base(words[0]), list(words[1:])
    if name in _PYTHON:
        return _python(args, given, out, err)
    if name == "sh":
        if args[:1] == ["-c"]:
            return _shell(args[1], given, out, err)
        return 0
    run = _ALL.get(name)
    if run is None:
        err.write(f"/bin/sh: 1: {words[0]}: not found\n")
        return 127
    return run(args, out, err, _reader(given))


def _shell(text, given, out, err):
    """Commands with ; && || | and redirection of output."""
    status, skip = 0, False
    for word in text.replace("\n", ";").replace("&&", "\0&").replace("||", "\0|").replace(";", "\0;").split("\0"):
        sign, part = (word[0], word[1:]) if word[:1] in ("&", "|", ";") else (";", word)
        if not part.strip() or sign == "&" and status or sign == "|" and not status:
            continue
        data = given
        stages = part.split("|")
        for i, stage in enumerate(stages):
            words = shlex.split(_expanded(stage, status))
            target = out
            if len(words) > 2 and words[-2] in (">", ">>"):
                with open(words[-1], "w" if words[-2] == ">" else "a"):
                    pass
                target = _Out(os.open(words[-1], os.O_WRONLY | os.O_APPEND))
                words = words[:-2]
            if "2>&1" in words:
                words.remove("2>&1")
                err = out
            if len(words) > 1 and words[-2] == "<":
                data = os.open(words[-1], os.O_RDONLY)
                words = words[:-2]
            if not words:
                continue
            kept = io.BytesIO() if i + 1 < len(stages) else None
            if kept is not None:
                target = _Kept(kept)
            built_in = _BUILT_IN.get(words[0])
            if words[0] == "exit":
                _process.exit(_exit(words[1:], 0, 0, 0))
            status = built_in(words[1:], target, err, None) if built_in else _command(words, data, target, err)
            data = kept.getvalue() if kept is not None else given
    return status


class _Kept:
    def __init__(self, kept):
        self._kept = kept

    def write(self, text):
        return self._kept.write(text if isinstance(text, bytes) else text.encode())


def _expanded(text, status):
    return os.path.expandvars(text.replace("$?", str(status)).replace("$$", str(os.getpid())))


def _python(args, given, out, err):
    """A fresh interpreter: what the parent had is forgotten."""
    while args and args[0] in ("-u", "-B", "-E", "-s", "-S", "-I", "-q", "-X", "-W"):
        args = args[2:] if args[0] in ("-X", "-W") else args[1:]
    if args[:1] == ["-V"] or args[:1] == ["--version"]:
        out.write("Python 3.13.0\n")
        return 0
    _machine.work(0.012)
    if args[:1] == ["-c"]:
        text, file, args = args[1], "<string>", ["-c"] + args[2:]
        sys.path[0] = os.getcwd()
    elif args[:1] == ["-m"]:
        file = "/home/user/" + args[1].replace(".", "/") + ".py"
        if not os.path.isfile(file):
            err.write(f"{sys.executable}: No module named {args[1]}\n")
            return 1
        args = args[1:]
        text = None
    elif not args or args[0] == "-":
        text, file, args = _reader(given)().decode(), "<stdin>", [""]
    else:
        file, text = args[0], None
        if not os.path.isfile(file):
            err.write(f"{sys.executable}: can't open file '{file}': [Errno 2] No such file or directory\n")
            return 2
    if text is None:
        with open(file) as f:
            text = f.read()
        sys.path[0] = os.path.dirname(os.path.abspath(file))
    from multiprocessing import popen_spawn_posix

    popen_spawn_posix._forget()
    sys.argv = args
    if out._fd != 1:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Descriptor(out)), "utf-8", write_through=False)
    if err._fd != 2:
        sys.stderr = io.TextIOWrapper(io.BufferedWriter(_Descriptor(err)), "utf-8", write_through=True)
    if given != 0:
        sys.stdin = io.TextIOWrapper(io.BytesIO(_reader(given)()), "utf-8")
    main = type(sys)("__main__")
    sys.modules["__main__"] = main
    if not file.startswith("<"):
        main.__file__ = os.path.abspath(file)
    status = 0
    try:
        _machine.run_text(text, file.removeprefix("/home/user/"), main.__dict__)
        _at_exit()
    except SystemExit as exc:
        _at_exit()
        status = exc.code
        if status is None:
            status = 0
        elif not isinstance(status, int):
            sys.stderr.write(f"{status}\n")
            status = 1
    except BaseException as exc:
        _at_exit()
        exc.__traceback__ = _shown(exc.__traceback__)
        sys.stderr.write(_machine.format_exception(exc))
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._sync()
    return status & 255


def _shown(tb):
    return tb


def _at_exit():
    for name, call in (("threading", "_shutdown"), ("atexit", "_run_exitfuncs")):
        module = sys.modules.get(name)
        if module is not None:
            getattr(module, call)()


class _Descriptor(io.RawIOBase):
    def __init__(self, out):
        self._out = out

    def writable(self):
        return True

    def write(self, data):
        self._out.write(bytes(data))
        return len(data)

    def fileno(self):
        return self._out._fd
