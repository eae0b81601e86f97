"""The commands that subprocess can run: simulated ones, small, and Python."""

import _machine
import _process
import io
import os
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
    flags = "".join(a for a in args if a.startswith("-"))
    names = [a for a in args if not a.startswith("-")] or ["."]
    status = 0

    def show(folder, shown):
        if "l" in flags:
            import stat

            for n in shown:
                s = os.stat(os.path.join(folder, n))
                when = time.strftime("%b %e %H:%M", time.localtime(s.st_mtime))
                out.write(f"{stat.filemode(s.st_mode)} 1 user user {s.st_size} {when} {n}\n")
        else:
            out.write("".join([n + "\n" for n in shown]))

    for name in names:
        if os.path.isdir(name) and "d" not in flags:
            if len(names) > 1:
                out.write(name + ":\n")
            shown = sorted(n for n in os.listdir(name) if "a" in flags or n[0] != ".")
            if "l" in flags:
                out.write(f"total {4 * len(shown)}\n")
            show(name, shown)
        elif os.path.exists(name):
            show("", [name])
        elif _base(name) != name and _base(name) in NAMES:
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


def _text(args, read):
    return b"".join(_lines([a for a in args if not a.startswith("-") or a == "-"], read)).decode()


def _tail(args, out, err, read):
    count = "10"
    while args and args[0].startswith("-"):
        flag = args.pop(0)
        count = args.pop(0) if flag == "-n" else flag.lstrip("-n")
    lines = _text(args, read).splitlines(True)
    out.write("".join(lines[int(count) - 1:] if count[:1] == "+" else lines[-int(count):] if int(count) else []))
    return 0


def _uniq(args, out, err, read):
    import itertools

    for line, same in itertools.groupby(_text(args, read).splitlines()):
        out.write(f"{len(list(same)):7} {line}\n" if "-c" in args else line + "\n")
    return 0


def _tr(args, out, err, read):
    def wide(text):
        text = text.replace("[:upper:]", "A-Z").replace("[:lower:]", "a-z").replace("\\n", "\n")
        made, i = "", 0
        while i < len(text):
            if text[i + 1:i + 2] == "-" and i + 2 < len(text):
                made += "".join(map(chr, range(ord(text[i]), ord(text[i + 2]) + 1)))
                i += 3
            else:
                made += text[i]
                i += 1
        return made

    text = read().decode()
    if args[0] == "-d":
        gone = wide(args[1])
        out.write("".join([c for c in text if c not in gone]))
    else:
        a, b = wide(args[0]), wide(args[1])
        out.write(text.translate(str.maketrans(a, b + b[-1:] * (len(a) - len(b)) if len(b) < len(a) else b[:len(a)])))
    return 0


def _cut(args, out, err, read):
    sign, field = "\t", 1
    rest = list(args)
    names = []
    while rest:
        a = rest.pop(0)
        if a[:2] in ("-d", "-f"):
            value = a[2:] or rest.pop(0)
            sign, field = (value, field) if a[1] == "d" else (sign, int(value))
        else:
            names.append(a)
    for line in _text(names, read).splitlines():
        parts = line.split(sign)
        out.write((parts[field - 1] if field <= len(parts) else "") + "\n")
    return 0


def _tee(args, out, err, read):
    data = read()
    out.write(data)
    for name in args:
        with open(name, "wb") as f:
            f.write(data)
    return 0


def _copy(args, out, err, read):
    import shutil

    names = [a for a in args if a[0] != "-"]
    try:
        shutil.copy(*names)
    except OSError as e:
        err.write(f"cp: cannot stat '{names[0]}': {e.strerror}\n")
        return 1
    return 0


def _move(args, out, err, read):
    try:
        os.replace(*args)
    except OSError as e:
        err.write(f"mv: cannot stat '{args[0]}': {e.strerror}\n")
        return 1
    return 0


def _printf(args, out, err, read):
    form = args[0].replace("\\n", "\n").replace("\\t", "\t")
    count = form.count("%") - 2 * form.count("%%")
    rest = args[1:]
    while True:
        now, rest = rest[:count], rest[count:]
        kinds = [c for c in form.replace("%%", "").split("%")[1:]]
        out.write(form % tuple([int(v) if k.lstrip("-0123456789")[:1] in ("d", "x") else float(v) if k.lstrip("-.0123456789")[:1] == "f" else v
                                for k, v in zip(kinds, now + [""] * (count - len(now)))]))
        if not rest or not count:
            return 0


def _which(args, out, err, read):
    found = [a for a in args if a in NAMES]
    out.write("".join([f"/usr/bin/{a}\n" for a in found]))
    return 0 if len(found) == len(args) else 1


def _test(args, out, err, read):
    args = args[:-1] if args[-1:] == ["]"] else list(args)
    if args[:1] == ["!"]:
        return 1 - _test(args[1:], out, err, read)
    if len(args) == 2:
        check = {"-f": os.path.isfile, "-d": os.path.isdir, "-e": os.path.exists, "-n": bool, "-z": lambda t: not t}.get(args[0])
        return 0 if check and check(args[1]) else 1
    if len(args) == 3:
        a, sign, b = args
        if sign in ("=", "==", "!="):
            return int((a == b) != (sign != "!="))
        x, y = int(a), int(b)
        return 0 if {"-eq": x == y, "-ne": x != y, "-lt": x < y, "-le": x <= y, "-gt": x > y, "-ge": x >= y}[sign] else 1
    return 0 if args and args[0] else 1


def _kill(args, out, err, read):
    names = {"TERM": 15, "KILL": 9, "INT": 2, "HUP": 1, "STOP": 19, "CONT": 18, "USR1": 10, "USR2": 12}
    sign = 15
    for a in args:
        if a.startswith("-"):
            a = a[1:].removeprefix("SIG")
            sign = int(a) if a.isdigit() else names.get(a, 15)
        else:
            try:
                os.kill(int(a), sign)
            except OSError as e:
                err.write(f"kill: ({a}) - {e.strerror}\n")
                return 1
    return 0


def _grep(args, out, err, read):
    import re

    flags = "".join(a[1:] for a in args if a[:1] == "-")
    pattern, *names = [a for a in args if a[:1] != "-"]
    if "E" not in flags:
        pattern = "".join(["\\" + c if c in "+?|(){}" else c for c in pattern])
    wanted = re.compile(re.escape(pattern) if "F" in flags else pattern, re.I if "i" in flags else 0)
    count = 0
    for data, name in zip(_lines(names, read), names or [""]):
        for number, line in enumerate(data.decode().splitlines(), 1):
            if bool(wanted.search(line)) != ("v" in flags):
                count += 1
                if not set("cq") & set(flags):
                    out.write((f"{name}:" if len(names) > 1 else "") + (f"{number}:" if "n" in flags else "") + line + "\n")
    if "c" in flags:
        out.write(f"{count}\n")
    return 0 if count else 1


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
    "tail": _tail,
    "uniq": _uniq,
    "tr": _tr,
    "cut": _cut,
    "tee": _tee,
    "cp": _copy,
    "mv": _move,
    "printf": _printf,
    "which": _which,
    "test": _test,
    "[": _test,
    "kill": _kill,
    "basename": lambda args, out, err, read: out.write(os.path.basename(args[0]) + "\n") * 0,
    "dirname": lambda args, out, err, read: out.write((os.path.dirname(args[0]) or ".") + "\n") * 0,
    "tac": lambda args, out, err, read: out.write("".join(reversed(_text(args, read).splitlines(True)))) * 0,
    "rev": lambda args, out, err, read: out.write("".join([x[::-1] + "\n" for x in _text(args, read).splitlines()])) * 0,
    "nproc": lambda args, out, err, read: out.write(f"{os.cpu_count()}\n") * 0,
}
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
            import _shell

            return _shell.run(args[1], given, out, err)
        return 0
    run = _ALL.get(name)
    if run is None:
        err.write(f"/bin/sh: 1: {words[0]}: not found\n")
        return 127
    return run(args, out, err, _reader(given))


class _Kept:
    def __init__(self, kept):
        self._kept = kept

    def write(self, text):
        return self._kept.write(text if isinstance(text, bytes) else text.encode())


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
            err.write(f"{sys.executable}: can't open file '{os.path.abspath(file)}': [Errno 2] No such file or directory\n")
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
