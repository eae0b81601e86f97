# What natives of numbers and bytes leave to Python.


def _struct_error(message):
    import struct

    raise struct.error(message)


def _complex(v, imag=None):
    for name in ("__complex__", "__float__", "__index__"):
        f = _method(v, name)
        if f is not None:
            r = f()
            if name == "__complex__" and not isinstance(r, complex):
                raise TypeError(f"{type(v).__name__}.__complex__() must return a complex, not {type(r).__name__}")
            return complex(r) if imag is None else complex(r, imag)
    raise TypeError(f"complex() first argument must be a string or a number, not '{type(v).__name__}'")


class memory_iterator:
    __slots__ = ("_view", "_at")
    __module__ = "builtins"

    def __iter__(self):
        return self

    def __next__(self):
        at = self._at
        if self._view is None or at >= len(self._view):
            self._view = None
            raise StopIteration
        self._at = at + 1
        return self._view[at]


class memoryview:
    # A window on bytes or a bytearray: start, step and length in units of one byte.
    __slots__ = ("_obj", "_range", "_readonly", "_released")
    __module__ = "builtins"
    format = "B"
    itemsize = ndim = 1
    suboffsets = ()
    contiguous = c_contiguous = f_contiguous = True

    def __new__(cls, object):
        self = _new_plain(cls)
        if isinstance(object, memoryview):
            object._alive()
            self._obj, self._range, self._readonly = object._obj, object._range, object._readonly
        elif isinstance(object, (bytes, bytearray)):
            self._obj = object
            self._range = range(len(object))
            self._readonly = isinstance(object, bytes)
        elif type(object).__name__ == "array" and hasattr(object, "tobytes"):
            self._obj = object.tobytes()
            self._range = range(len(self._obj))
            self._readonly = True
        else:
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        self._released = False
        return self

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle memoryview objects")

    def _alive(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    @property
    def obj(self):
        self._alive()
        return self._obj

    @property
    def readonly(self):
        return self._readonly

    @property
    def nbytes(self):
        return len(self._range)

    @property
    def shape(self):
        return (len(self._range),)

    @property
    def strides(self):
        return (self._range.step,)

    def __len__(self):
        self._alive()
        return len(self._range)

    def tobytes(self, order="C"):
        self._alive()
        r = self._range
        if r.step == 1:
            return bytes(self._obj[r.start:r.stop])
        return bytes([self._obj[i] for i in r])

    __bytes__ = tobytes

    def __buffer__(self, flags):
        return memoryview(self)

    def tolist(self):
        return list(self.tobytes())

    def hex(self, *args):
        return self.tobytes().hex(*args)

    def toreadonly(self):
        made = memoryview(self)
        made._readonly = True
        return made

    def cast(self, format, shape=None):
        if format not in ("B", "b", "c", "@B"):
            _no_cast(format)
        return memoryview(self)

    def release(self):
        self._released = True

    def __enter__(self):
        self._alive()
        return self

    def __exit__(self, *what):
        self.release()

    def __iter__(self):
        it = _new_plain(memory_iterator)
        it._view, it._at = self, 0
        return it

    def __contains__(self, v):
        return v in self.tobytes()

    def __getitem__(self, i):
        self._alive()
        if isinstance(i, slice):
            made = memoryview(self)
            made._range = self._range[i]
            return made
        if not hasattr(i, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        i = i.__index__()
        if not -len(self._range) <= i < len(self._range):
            raise IndexError("index out of bounds on dimension 1")
        return self._obj[self._range[i]]

    def __setitem__(self, i, v):
        self._alive()
        if self._readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(i, slice):
            places = self._range[i]
            v = bytes(v)
            if len(v) != len(places):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for at, b in zip(places, v):
                self._obj[at] = b
            return
        if not isinstance(v, int):
            raise TypeError("memoryview: invalid type for format 'B'")
        if not 0 <= v < 256:
            raise ValueError("memoryview: invalid value for format 'B'")
        try:
            self._obj[self._range[i]] = v
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None

    def __delitem__(self, i):
        self._alive()
        raise TypeError("cannot modify read-only memory" if self._readonly else "cannot delete memory")

    def __eq__(self, other):
        if isinstance(other, (bytes, bytearray, memoryview)):
            return self.tobytes() == bytes(other)
        return NotImplemented

    def __hash__(self):
        if not self._readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(self.tobytes())

    def __repr__(self):
        return f"<{'released memory' if self._released else 'memory'} at {hex(id(self))}>"


def _new_plain(cls):
    return object.__new__(cls)


def _no_cast(format):
    raise NotImplementedError(f"memoryview: cast to '{format}' is not supported: use struct.unpack")


def _big_range(*args):
    from _ranges import range

    return range(*args)
