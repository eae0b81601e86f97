"""Values and arrays in memory that processes share: one place per element."""

import _pickler
import _process
import _parcel as pickle

from multiprocessing import context

_NAMES = {
    "c": "c_char", "b": "c_byte", "B": "c_ubyte", "u": "c_wchar", "h": "c_short", "H": "c_ushort", "i": "c_int",
    "I": "c_uint", "l": "c_long", "L": "c_ulong", "q": "c_longlong", "Q": "c_ulonglong", "f": "c_float",
    "d": "c_double", "?": "c_bool",
}
_BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 64, "L": 64, "q": 64, "Q": 64}


def _code(kind):
    if isinstance(kind, str):
        if kind not in _NAMES:
            raise TypeError("this type has no size")
        return kind
    code = getattr(kind, "_type_", None)
    if isinstance(code, str) and code in _NAMES:
        return code
    import _machine

    _machine.unsupported("multiprocessing.Value and Array are supported with typecodes and simple ctypes types only")


def _zero(code):
    if code == "c":
        return b"\x00"
    if code == "u":
        return "\x00"
    if code == "?":
        return False
    return 0.0 if code in "fd" else 0


def _fit(code, value):
    """The value as the C type would hold it."""
    if code in _BITS:
        if not isinstance(value, int):
            try:
                value = value.__index__()
            except AttributeError:
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
        bits = _BITS[code]
        value = int(value) & ((1 << bits) - 1)
        if code in "bhilq" and value >> (bits - 1):
            value -= 1 << bits
        return value
    if code == "d" or code == "f":
        if not isinstance(value, (int, float)):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        value = float(value)
        if code == "f":
            import struct

            return struct.unpack("f", struct.pack("f", value))[0]
        return value
    if code == "?":
        return bool(value)
    if code == "c":
        if isinstance(value, int):
            value = bytes([value])
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray, or an integer in range(256) expected")
        return bytes(value)
    if not isinstance(value, str):
        raise TypeError("unicode string expected instead of " + type(value).__name__ + " instance")
    return value


def _encode(value):
    return _pickler.encode(value, [])


class _RawValue:
    def __init__(self, code, value):
        self._code = code
        self._place = _process.share(_encode(_fit(code, value)))

    def __reduce__(self):
        return context.spawned(self, "_code", "_place")

    def _restored(self):
        pass

    @property
    def value(self):
        return pickle.loads(_process.read(self._place))

    @value.setter
    def value(self, value):
        _process.write(self._place, _encode(_fit(self._code, value)))

    def __repr__(self):
        return f"{_NAMES[self._code]}({self.value!r})"


class _RawArray:
    def __init__(self, code, values):
        self._code = code
        self._places = [_process.share(_encode(_fit(code, v))) for v in values]

    def __reduce__(self):
        return context.spawned(self, "_code", "_places")

    def _restored(self):
        pass

    def __len__(self):
        return len(self._places)

    def __getitem__(self, i):
        if isinstance(i, slice):
            items = [pickle.loads(_process.read(p)) for p in self._places[i]]
            return b"".join(items) if self._code == "c" else "".join(items) if self._code == "u" else items
        try:
            place = self._places[i]
        except IndexError:
            raise IndexError("invalid index") from None
        return pickle.loads(_process.read(place))

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            places = self._places[i]
            values = [value[k : k + 1] for k in range(len(value))] if isinstance(value, (bytes, str)) else list(value)
            if len(places) != len(values):
                raise ValueError("Can only assign sequence of same size")
            for place, item in zip(places, values):
                _process.write(place, _encode(_fit(self._code, item)))
            return
        try:
            place = self._places[i]
        except IndexError:
            raise IndexError("invalid index") from None
        _process.write(place, _encode(_fit(self._code, value)))

    def __iter__(self):
        for place in self._places:
            yield pickle.loads(_process.read(place))

    @property
    def value(self):
        if self._code not in "cu":
            raise AttributeError(f"'{_NAMES[self._code]}_Array_{len(self)}' object has no attribute 'value'")
        text = self[:]
        return text.split(b"\x00" if self._code == "c" else "\x00")[0]

    @value.setter
    def value(self, value):
        if len(value) > len(self._places):
            raise ValueError("byte string too long" if self._code == "c" else "string too long")
        self[: len(value)] = value
        if len(value) < len(self._places):
            self[len(value)] = _zero(self._code)

    raw = property(lambda self: self[:])

    def __repr__(self):
        return f"<multiprocessing.sharedctypes.{_NAMES[self._code]}_Array_{len(self)} object at {id(self):#x}>"


def RawValue(typecode_or_type, *args):
    code = _code(typecode_or_type)
    return _RawValue(code, args[0] if args else _zero(code))


def RawArray(typecode_or_type, size_or_initializer):
    code = _code(typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _RawArray(code, [_zero(code)] * size_or_initializer)
    values = size_or_initializer
    if isinstance(values, (bytes, str)):
        values = [values[k : k + 1] for k in range(len(values))]
    return _RawArray(code, values)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    obj = RawValue(typecode_or_type, *args)
    if lock is False:
        return obj
    return Synchronized(obj, _lock(lock, ctx), ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    obj = RawArray(typecode_or_type, size_or_initializer)
    if lock is False:
        return obj
    kind = SynchronizedString if obj._code in "cu" else SynchronizedArray
    return kind(obj, _lock(lock, ctx), ctx)


def _lock(lock, ctx):
    if lock is True or lock is None:
        return (ctx or context._default_context.get_context()).RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % (lock,))
    return lock


def synchronized(obj, lock=None, ctx=None):
    kind = Synchronized if isinstance(obj, _RawValue) else SynchronizedArray
    return kind(obj, _lock(lock, ctx), ctx)


class SynchronizedBase:
    """Every access takes the lock; two accesses do not stay together unless the program takes it."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock
        self._restored()

    def __reduce__(self):
        return context.spawned(self, "_obj", "_lock")

    def _restored(self):
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        return self[start:stop]

    def __iter__(self):
        for i in range(len(self._obj)):
            yield self[i]


class SynchronizedString(SynchronizedArray):
    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value

    raw = property(lambda self: self._obj.raw)
