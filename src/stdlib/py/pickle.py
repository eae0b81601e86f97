"""Objects to bytes and back in CPython's protocols 0 to 5; C in CPython."""

import struct as _struct
import sys
from _parcel import PickleError, PicklingError, UnpicklingError, _build, _find, _newobj, _newobj_ex, _own
import _parcel
import _pickler

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]

_OPCODES = {
    "MARK": b"(", "STOP": b".", "POP": b"0", "POP_MARK": b"1", "DUP": b"2", "FLOAT": b"F", "INT": b"I", "BININT": b"J",
    "BININT1": b"K", "LONG": b"L", "BININT2": b"M", "NONE": b"N", "PERSID": b"P", "BINPERSID": b"Q", "REDUCE": b"R",
    "STRING": b"S", "BINSTRING": b"T", "SHORT_BINSTRING": b"U", "UNICODE": b"V", "BINUNICODE": b"X", "APPEND": b"a",
    "BUILD": b"b", "GLOBAL": b"c", "DICT": b"d", "EMPTY_DICT": b"}", "APPENDS": b"e", "GET": b"g", "BINGET": b"h", "INST": b"i",
    "LONG_BINGET": b"j", "LIST": b"l", "EMPTY_LIST": b"]", "OBJ": b"o", "PUT": b"p", "BINPUT": b"q", "LONG_BINPUT": b"r",
    "SETITEM": b"s", "TUPLE": b"t", "EMPTY_TUPLE": b")", "SETITEMS": b"u", "BINFLOAT": b"G", "TRUE": b"I01\n", "FALSE": b"I00\n",
    "PROTO": b"\x80", "NEWOBJ": b"\x81", "EXT1": b"\x82", "EXT2": b"\x83", "EXT4": b"\x84", "TUPLE1": b"\x85", "TUPLE2": b"\x86",
    "TUPLE3": b"\x87", "NEWTRUE": b"\x88", "NEWFALSE": b"\x89", "LONG1": b"\x8a", "LONG4": b"\x8b", "BINBYTES": b"B",
    "SHORT_BINBYTES": b"C", "SHORT_BINUNICODE": b"\x8c", "BINUNICODE8": b"\x8d", "BINBYTES8": b"\x8e", "EMPTY_SET": b"\x8f",
    "ADDITEMS": b"\x90", "FROZENSET": b"\x91", "NEWOBJ_EX": b"\x92", "STACK_GLOBAL": b"\x93", "MEMOIZE": b"\x94", "FRAME": b"\x95",
    "BYTEARRAY8": b"\x96", "NEXT_BUFFER": b"\x97", "READONLY_BUFFER": b"\x98",
}
globals().update(_OPCODES)
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "socketserver": "SocketServer",
                "configparser": "ConfigParser", "functools": "functools"}
_OLD_NAMES = {("builtins", "range"): "xrange", ("builtins", "int"): "long", ("builtins", "str"): "unicode", ("builtins", "chr"): "unichr"}
_FRAME = 64 * 1024


class PickleBuffer:
    def __init__(self, buffer):
        self._buffer = buffer

    def raw(self):
        return memoryview(self._buffer)

    def release(self):
        self._buffer = None


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        if file is not None and not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file = file
        self.proto = self._proto = protocol
        self.bin = protocol > 0
        self.fast = 0
        self._fix = fix_imports and protocol < 3
        self.clear_memo()

    def clear_memo(self):
        self.memo = {}
        self._kept = []

    def dump(self, obj):
        self._done, self._out = [], []
        self._size = 0
        if self._proto >= 2:
            self._done.append(b"\x80" + bytes([self._proto]))
        self._save(obj)
        self._write(b".")
        self._commit()
        data = b"".join(self._done)
        if self._file is None:
            return data
        self._file.write(data)

    def _write(self, data):
        self._out.append(data)
        self._size += len(data)

    def _commit(self):
        data = b"".join(self._out)
        if self._proto >= 4 and len(data) >= 4:
            self._done.append(b"\x95" + len(data).to_bytes(8, "little"))
        self._done.append(data)
        self._out, self._size = [], 0

    def _large(self, head, data):
        """What is too large for a frame stands between frames."""
        if self._proto >= 4 and len(data) > _FRAME:
            self._commit()
            self._done += [head, data]
        else:
            self._write(head + data)

    def memoize(self, obj):
        if self.fast:
            return
        at = len(self.memo)
        self.memo[id(obj)] = at
        self._kept.append(obj)
        if self._proto >= 4:
            self._write(b"\x94")
        elif self.bin:
            self._write(b"q" + bytes([at]) if at < 256 else b"r" + at.to_bytes(4, "little"))
        else:
            self._write(b"p%d\n" % at)

    def _get(self, at):
        if self.bin:
            self._write(b"h" + bytes([at]) if at < 256 else b"j" + at.to_bytes(4, "little"))
        else:
            self._write(b"g%d\n" % at)

    def _save(self, obj):
        if self._size >= _FRAME and self._proto >= 4:
            self._commit()
        persistent = getattr(self, "persistent_id", None)
        if persistent is not None:
            pid = persistent(obj)
            if pid is not None:
                if self.bin:
                    self._save_plain(pid)
                    self._write(b"Q")
                else:
                    self._write(b"P" + str(pid).encode("ascii") + b"\n")
                return
        self._save_plain(obj)

    def _save_plain(self, obj):
        cls = type(obj)
        if obj is None:
            return self._write(b"N")
        if cls is bool:
            return self._write((b"\x88" if obj else b"\x89") if self._proto >= 2 else b"I01\n" if obj else b"I00\n")
        if cls is int:
            return self._int(obj)
        if cls is float:
            return self._write(b"G" + _struct.pack(">d", obj) if self.bin else b"F" + repr(obj).encode() + b"\n")
        at = self.memo.get(id(obj))
        if at is not None:
            return self._get(at)
        if cls is str:
            return self._str(obj)
        if cls is bytes:
            return self._bytes(obj)
        override = getattr(self, "reducer_override", None)
        if override is not None:
            made = override(obj)
            if made is not NotImplemented:
                return self._reduced(made, obj)
        if cls is tuple:
            return self._tuple(obj)
        if cls is list:
            self._write(b"]" if self.bin else b"(l")
            self.memoize(obj)
            return self._items(obj, b"a", b"e")
        if cls is dict:
            self._write(b"}" if self.bin else b"(d")
            self.memoize(obj)
            return self._pairs(list(obj.items()))
        if cls is set and self._proto >= 4:
            self._write(b"\x8f")
            self.memoize(obj)
            items = list(obj)
            for i in range(0, len(items), 1000):
                self._write(b"(")
                for x in items[i:i + 1000]:
                    self._save(x)
                self._write(b"\x90")
            return
        if cls is frozenset and self._proto >= 4:
            self._write(b"(")
            for x in obj:
                self._save(x)
            at = self.memo.get(id(obj))
            if at is not None:
                self._write(b"1")
                return self._get(at)
            self._write(b"\x91")
            return self.memoize(obj)
        if cls is bytearray and self._proto >= 5:
            self._large(b"\x96" + len(obj).to_bytes(8, "little"), bytes(obj))
            return self.memoize(obj)
        if cls is PickleBuffer:
            return self._bytes(bytes(obj._buffer))
        table = getattr(self, "dispatch_table", None)
        if table is None:
            import copyreg

            table = copyreg.dispatch_table
        if cls in table:
            return self._reduced(table[cls](obj), obj)
        if issubclass(cls, type):
            if obj in (type(None), type(...), type(NotImplemented)):
                value = None if obj is type(None) else ... if obj is type(...) else NotImplemented
                return self._reduced((type, (value,)), obj)
            return self._global(obj)
        if cls.__name__ in ("function", "builtin_function_or_method") and getattr(obj, "__self__", None) is None:
            return self._global(obj)
        self._reduced(_reduced(obj, self._proto), obj)

    def _int(self, n):
        if self.bin and -0x80000000 <= n <= 0x7fffffff:
            if 0 <= n < 256:
                self._write(b"K" + bytes([n]))
            elif 0 <= n < 65536:
                self._write(b"M" + n.to_bytes(2, "little"))
            else:
                self._write(b"J" + n.to_bytes(4, "little", signed=True))
        elif self._proto >= 2:
            data = n.to_bytes((n.bit_length() >> 3) + 1, "little", signed=True)
            if n < 0 and len(data) > 1 and data[-1] == 255 and data[-2] & 128:
                data = data[:-1]
            self._write(b"\x8a" + bytes([len(data)]) + data if len(data) < 256 else b"\x8b" + len(data).to_bytes(4, "little") + data)
        elif -0x80000000 <= n <= 0x7fffffff:
            self._write(b"I%d\n" % n)
        else:
            self._write(b"L%dL\n" % n)

    def _str(self, text):
        if self.bin:
            data = text.encode("utf-8", "surrogatepass")
            if len(data) < 256 and self._proto >= 4:
                self._write(b"\x8c" + bytes([len(data)]) + data)
            else:
                self._large(b"X" + len(data).to_bytes(4, "little"), data)
        else:
            def shown(c):
                if c in "\\\0\n\r\x1a" or 255 < ord(c) < 65536:
                    return f"\\u{ord(c):04x}"
                return c if ord(c) < 256 else f"\\U{ord(c):08x}"

            self._write(b"V" + "".join([shown(c) for c in text]).encode("latin-1") + b"\n")
        self.memoize(text)

    def _bytes(self, data):
        if self._proto < 3:
            if not data:
                return self._reduced((bytes, ()), data)
            import _codecs

            return self._reduced((_codecs.encode, (str(data, "latin1"), "latin1")), data)
        if len(data) < 256:
            self._write(b"C" + bytes([len(data)]) + data)
        else:
            self._large(b"B" + len(data).to_bytes(4, "little"), data)
        self.memoize(data)

    def _tuple(self, obj):
        if not obj:
            return self._write(b")" if self.bin else b"(t")
        short = len(obj) <= 3 and self._proto >= 2
        if not short:
            self._write(b"(")
        for x in obj:
            self._save(x)
        at = self.memo.get(id(obj))
        if at is not None:
            self._write(b"0" * len(obj) if short else b"1" if self.bin else b"0" * (len(obj) + 1))
            return self._get(at)
        self._write((b"\x85", b"\x86", b"\x87")[len(obj) - 1] if short else b"t")
        self.memoize(obj)

    def _items(self, items, one, many):
        if not self.bin:
            for x in items:
                self._save(x)
                self._write(one)
            return
        if len(items) == 1:
            self._save(items[0])
            return self._write(one)
        for i in range(0, len(items), 1000):
            self._write(b"(")
            for x in items[i:i + 1000]:
                self._save(x)
            self._write(many)

    def _pairs(self, pairs):
        if not self.bin or len(pairs) == 1:
            for k, v in pairs:
                self._save(k)
                self._save(v)
                self._write(b"s")
            return
        for i in range(0, len(pairs), 1000):
            self._write(b"(")
            for k, v in pairs[i:i + 1000]:
                self._save(k)
                self._save(v)
            self._write(b"u")

    def _global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        module = getattr(obj, "__module__", None)
        if module is None:
            module = "builtins" if type(obj) is type(len) or obj in (..., NotImplemented) else "__main__"
        if "<locals>" in name:
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            if module not in sys.modules:
                __import__(module)
            found = sys.modules[module]
            for part in name.split("."):
                found = getattr(found, part)
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module!r} failed") from None
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
        if found is not obj and not (type(obj) is type(len) or obj in (_newobj, _newobj_ex)):
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        if self._proto >= 4:
            self._save_plain(sys.intern(module))
            self._save_plain(sys.intern(name))
            self._write(b"\x93")
        elif "." in name and self._proto < 4:
            import builtins

            outer, _, last = name.rpartition(".")
            owner = sys.modules[module]
            for part in outer.split("."):
                owner = getattr(owner, part)
            return self._reduced((getattr, (owner, last)), obj)
        else:
            shown = module
            if self._fix:
                shown, name = _OLD_MODULES.get(module, module), _OLD_NAMES.get((module, name), name)
                if isinstance(obj, type) and module == "builtins" and issubclass(obj, BaseException):
                    shown = "exceptions"
            self._write(b"c" + shown.encode() + b"\n" + name.encode() + b"\n")
        self.memoize(obj)

    def _reduced(self, made, obj):
        if isinstance(made, str):
            return self._global(obj, made)
        if not isinstance(made, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(made) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        func, args, state, items, pairs, setter = (*made, None, None, None, None)[:6]
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        kind = getattr(func, "__name__", "")
        if self._proto >= 2 and kind in ("__newobj__", "_newobj"):
            self._save(args[0])
            self._save(args[1:])
            self._write(b"\x81")
        elif self._proto >= 4 and kind in ("__newobj_ex__", "_newobj_ex"):
            for x in args:
                self._save(x)
            self._write(b"\x92")
        else:
            self._save(func)
            self._save(args)
            self._write(b"R")
        at = self.memo.get(id(obj))
        if at is not None:
            self._write(b"0")
            self._get(at)
        else:
            self.memoize(obj)
        if items is not None:
            self._items(list(items), b"a", b"e")
        if pairs is not None:
            self._pairs(list(pairs))
        if state is not None:
            if setter is not None:
                self._save(setter)
                self._save(obj)
                self._save(state)
                self._write(b"\x86R0")
            else:
                self._save(state)
                self._write(b"b")


def _reduced(obj, proto):
    """What a class says of its object, in CPython's words for the built-in ones."""
    cls = type(obj)
    if _own(cls, "__reduce_ex__") is None and _own(cls, "__reduce__") is None:
        if cls is range:
            return range, (obj.start, obj.stop, obj.step)
        if cls is slice:
            return slice, (obj.start, obj.stop, obj.step)
        if cls is complex:
            return complex, (obj.real, obj.imag)
        if cls is bytearray:
            return bytearray, (bytes(obj),)
        if cls in (set, frozenset):
            return cls, (list(obj),)
        made = _of_collection(obj)
        if made is not None:
            return made
        if obj is ...:
            return "Ellipsis"
        if obj is NotImplemented:
            return "NotImplemented"
    if cls.__name__ == "method" and hasattr(obj, "__self__"):
        return getattr, (obj.__self__, obj.__func__.__name__)
    if cls.__name__ == "builtin_function_or_method":
        return getattr, (obj.__self__, obj.__name__)
    if isinstance(obj, BaseException) or _own(cls, "__reduce__") is not None or _own(cls, "__reduce_ex__") is not None:
        made = _parcel._reduce(obj) if isinstance(obj, BaseException) else (
            obj.__reduce_ex__(proto) if _own(cls, "__reduce_ex__") is not None else obj.__reduce__())
        if isinstance(made, tuple):
            while made and made[-1] is None:
                made = made[:-1]
        return made
    made = _pickler.encode(obj, [])
    if isinstance(made, str):
        raise PicklingError(made)
    if proto < 2:
        return _old_reduced(obj)
    slots = [n for c in cls.__mro__ for n in ([s] if isinstance(s := c.__dict__.get("__slots__", ()), str) else s)]
    if slots and _own(cls, "__getstate__") is None and _own(cls, "__getnewargs__") is None:
        own = {n: getattr(obj, n) for n in slots if n not in ("__dict__", "__weakref__") and hasattr(obj, n)}
        state = getattr(obj, "__dict__", None) or None
        return _newobj, (cls,), (state, own) if own else state
    func, args, state = _parcel._reduce(obj)
    if func is _parcel._filled:
        func, args, state, items, pairs = args
        return func, args, state or None, items, pairs
    return func, args, state


def _of_collection(obj):
    import collections

    state = getattr(obj, "__dict__", None) or None
    if isinstance(obj, collections.Counter):
        return type(obj), (dict(obj),)
    if isinstance(obj, collections.OrderedDict):
        return type(obj), (), state, None, list(obj.items())
    if isinstance(obj, collections.defaultdict):
        return type(obj), () if obj.default_factory is None else (obj.default_factory,), None, None, list(obj.items())
    if isinstance(obj, collections.deque):
        return type(obj), () if obj.maxlen is None else ((), obj.maxlen), state, list(obj)
    return None


def _old_reduced(obj):
    """An object's class, its built-in base and what that base makes of it: protocols 0 and 1."""
    import copyreg

    cls = type(obj)
    base = next(c for c in cls.__mro__ if c.__module__ == "builtins")
    getstate = _own(cls, "__getstate__")
    if getstate is None and any([c.__dict__.get("__slots__") for c in cls.__mro__]):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    state = getstate(obj) if getstate is not None else getattr(obj, "__dict__", None) or None
    return copyreg._reconstructor, (cls, base, None if base is object else base(obj)), state


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    return Pickler(None, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
