"""The interpreter as a program sees it: C in CPython."""

import _machine
from _machine import intern, modules

# What the scenario's Python is: its scheduling and prices. The library is 3.13's.
_micro = {9: 18, 10: 13, 11: 7, 12: 1}.get(_machine.minor, 0)
_build = "(main" if _machine.gil() else "experimental free-threading build (main" if _machine.minor < 14 else "free-threading build (main"
version = f"3.{_machine.minor}.{_micro} {_build}, Oct  7 2024, 00:00:00) [Interleave]"
copyright = "Interleave"
platform = "linux"
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 1114111
executable = "/usr/bin/python3"
_base_executable = executable
prefix = exec_prefix = base_prefix = base_exec_prefix = "/usr"
api_version = 1013
hexversion = 0x030000F0 | _machine.minor << 16 | _micro << 8
argv = [_machine.file]
orig_argv = ["python3", _machine.file]
path = ["/home/user", "/usr/lib/python313.zip", "/usr/lib/python3.13", "/usr/lib/python3.13/lib-dynload"]
path_hooks = []
path_importer_cache = {}
meta_path = []
warnoptions = []
_xoptions = {}
dont_write_bytecode = True
float_repr_style = "short"
pycache_prefix = None
tracebacklimit = 1000
builtin_module_names = (
    "_abc", "_ast", "_codecs", "_collections", "_functools", "_imp", "_io", "_locale", "_operator", "_signal",
    "_sre", "_stat", "_string", "_suggestions", "_symtable", "_sysconfig", "_thread", "_tokenize", "_tracemalloc",
    "_typing", "_warnings", "_weakref", "atexit", "builtins", "errno", "faulthandler", "gc", "itertools",
    "marshal", "posix", "pwd", "sys", "time",
)
stdlib_module_names = frozenset(
    ("asyncio", "collections", "concurrent", "functools", "itertools", "json", "math", "multiprocessing", "os",
     "queue", "random", "sys", "threading", "time")
)


class _Fields(tuple):
    """A tuple whose items have names."""

    _kind = "sys.flags"
    _names = ()

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError("'" + self._kind + "' object has no attribute '" + name + "'")

    def __repr__(self):
        shown = [name + "=" + repr(value) for name, value in zip(self._names, self)]
        return self._kind + "(" + ", ".join(shown) + ")"


class _VersionInfo(_Fields):
    _kind = "sys.version_info"
    _names = ("major", "minor", "micro", "releaselevel", "serial")


class _Flags(_Fields):
    _names = (
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
        "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits", "gil",
    )


class _FloatInfo(_Fields):
    _kind = "sys.float_info"
    _names = (
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds",
    )


class _HashInfo(_Fields):
    _kind = "sys.hash_info"
    _names = ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")


class _IntInfo(_Fields):
    _kind = "sys.int_info"
    _names = ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")


class _ThreadInfo(_Fields):
    _kind = "sys.thread_info"
    _names = ("name", "lock", "version")


version_info = _VersionInfo((3, _machine.minor, _micro, "final", 0))
flags = _Flags((0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, 4300, 1 if _machine.gil() else 0))
float_info = _FloatInfo(
    (1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1)
)
hash_info = _HashInfo((64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
int_info = _IntInfo((30, 4, 4300, 640))
thread_info = _ThreadInfo(("pthread", "semaphore", "NPTL 2.36"))


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-313"
    version = version_info
    hexversion = hexversion

    def __repr__(self):
        return "namespace(name='cpython', cache_tag='cpython-313', version=" + repr(self.version) + ")"


implementation = _Implementation()


class TextIOWrapper:
    """Standard output or error; the machine shows what is written with its time."""

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    line_buffering = True
    write_through = False

    def __init__(self, number, name):
        self._stderr = number == 2
        self._number = number
        self.name = name
        self.mode = "w"

    def write(self, text):
        return _machine.write(self._stderr, text)

    def writelines(self, lines):
        for line in lines:
            _machine.write(self._stderr, line)

    def flush(self):
        pass

    def close(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return self._number

    def readable(self):
        return False

    def writable(self):
        return True

    def seekable(self):
        return False

    def reconfigure(self, **options):
        if "line_buffering" in options:
            self.line_buffering = options["line_buffering"]
        if options.get("encoding"):
            self.encoding = options["encoding"]

    @property
    def buffer(self):
        return _Buffer(self)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def __repr__(self):
        return "<_io.TextIOWrapper name='" + self.name + "' mode='w' encoding='" + self.encoding + "'>"


TextIOWrapper.__module__ = "_io"


class _Buffer:
    def __init__(self, stream):
        self._stream = stream

    def write(self, data):
        self._stream.write(bytes(data).decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        pass


class _Input:
    """Standard input: the lines that the scenario gives."""

    __qualname__ = "TextIOWrapper"
    __module__ = "_io"

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

    encoding = "utf-8"
    name = "<stdin>"
    mode = "r"
    closed = False

    def readline(self, size=-1):
        line = _machine.input()
        return "" if line is None else line + "\n"

    def read(self, size=-1):
        return "".join(list(self))

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def isatty(self):
        return False

    def fileno(self):
        return 0

    def readable(self):
        return True

    def close(self):
        pass

    def flush(self):
        pass


_Input.__name__ = "TextIOWrapper"

stdin = __stdin__ = _Input()
stdout = __stdout__ = TextIOWrapper(1, "<stdout>")
stderr = __stderr__ = TextIOWrapper(2, "<stderr>")


def exit(status=None, /):
    raise SystemExit(status) if status is not None else SystemExit


def exc_info():
    exc = _machine.exception()
    if exc is None:
        return (None, None, None)
    return (type(exc), exc, exc.__traceback__)


def exception():
    return _machine.exception()


def _report(header, exc):
    """Writes a line and the traceback of an exception to standard error."""
    stderr.write(header + "\n" + _machine.format_exception(exc))


def excepthook(kind, value, traceback, /):
    stderr.write(_machine.format_exception(value))


__excepthook__ = excepthook


def _uncaught(exc):
    try:
        excepthook(type(exc), exc, exc.__traceback__)
    except SystemExit:
        raise
    except BaseException as failed:
        failed.__context__ = None
        _report("Error in sys.excepthook:", failed)
        _report("\nOriginal exception was:", exc)


class UnraisableHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    err_msg = property(lambda self: self[3])
    object = property(lambda self: self[4])


UnraisableHookArgs.__module__ = "builtins"


def unraisablehook(unraisable, /):
    """Without context and without marks below the lines, as C prints it."""
    import _frames

    msg, obj = unraisable.err_msg or "Exception ignored in", unraisable.object
    text = "".join(_frames.pieces(unraisable.exc_value, unraisable.exc_traceback, None, False, None, None))
    lines = [l for l in text.splitlines(True) if l.strip(" ~^\n")]
    stderr.write(msg + (":" if obj is None else ": " + repr(obj)) + "\n" + "".join(lines))


def _ignored(exc, msg, obj=None):
    unraisablehook(UnraisableHookArgs((type(exc), exc, exc.__traceback__, msg, obj)))


__unraisablehook__ = unraisablehook


def displayhook(value, /):
    if value is not None:
        stdout.write(repr(value) + "\n")


__displayhook__ = displayhook


def breakpointhook(*args, **kwargs):
    _machine.unsupported("breakpoint() is not supported: step through the timeline instead")


def getswitchinterval():
    return _machine.switch_interval()


def setswitchinterval(interval, /):
    _machine.set_switch_interval(interval)


_recursion_limit = 1000


def getrecursionlimit():
    return _recursion_limit


def setrecursionlimit(limit, /):
    global _recursion_limit
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    _recursion_limit = limit
    _machine.set_recursion_limit(limit)


def getsizeof(obj, *default):
    own = getattr(type(obj), "__sizeof__", None)
    if own is not None and own is not object.__sizeof__:
        return obj.__sizeof__()
    return _machine.weight(obj)


def getrefcount(obj, /):
    return 2


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def get_int_max_str_digits():
    return _machine.most_digits()


def set_int_max_str_digits(maxdigits):
    _machine.set_most_digits(maxdigits)


if _machine.minor >= 13:

    def _is_gil_enabled():
        return _machine.gil()


def _is_interned(text):
    return True


def is_finalizing():
    return False


def getallocatedblocks():
    return _machine.live()


def audit(event, *args):
    pass


def addaudithook(hook):
    _machine.unsupported("sys.addaudithook() is not supported")


def gettrace():
    return None


def getprofile():
    return None


def settrace(function):
    if function is not None:
        _machine.unsupported("sys.settrace() is not supported")


def setprofile(function):
    if function is not None:
        _machine.unsupported("sys.setprofile() is not supported")


def _getframe(depth=0, /):
    import _frame

    found = _frame.current(depth)
    if found is None:
        raise ValueError("call stack is not deep enough")
    return found


def _current_frames():
    _machine.unsupported("sys._current_frames() is not supported")


def get_asyncgen_hooks():
    return (None, None)


def set_asyncgen_hooks(firstiter=None, finalizer=None):
    pass


def get_coroutine_origin_tracking_depth():
    return 0


def set_coroutine_origin_tracking_depth(depth):
    pass


def call_tracing(func, args):
    return func(*args)
