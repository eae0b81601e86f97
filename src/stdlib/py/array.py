"""Arrays of numbers: C in CPython."""

import struct as _struct

typecodes = "bBuwhHiIlLqQfd"


class array:
    """Numbers of one kind."""

    __slots__ = ("typecode", "_items", "itemsize", "__weakref__")

    def __new__(cls, typecode=..., initializer=(), /):
        if typecode is ...:
            raise TypeError("array() takes at least 1 argument (0 given)")
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(typecode).__name__}")
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if typecode == "u":
            import warnings

            warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16", DeprecationWarning, 1)
        self = object.__new__(cls)
        self.typecode = typecode
        self.itemsize = 4 if typecode in "uw" else _struct.calcsize(typecode)
        self._items = []
        if isinstance(initializer, str):
            if typecode not in "uw":
                raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
            self._items = list(initializer)
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)
        return self

    def _check(self, v):
        code = self.typecode
        if code in "uw":
            if not isinstance(v, str) or len(v) != 1:
                raise TypeError("array item must be a unicode character, not " + type(v).__name__)
            return v
        if code in "fd":
            if not isinstance(v, (int, float)) and not hasattr(v, "__float__"):
                raise TypeError(f"must be real number, not {type(v).__name__}")
            return float(v) if code == "d" else _struct.unpack("f", _struct.pack("f", v))[0]
        if not isinstance(v, int):
            if not hasattr(v, "__index__"):
                raise TypeError(f"'{type(v).__name__}' object cannot be interpreted as an integer")
            v = v.__index__()
        bits = self.itemsize * 8
        signed = code.islower()
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
        if not low <= v <= high:
            name = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
                    "i": "signed integer", "I": "unsigned int", "l": "signed long", "L": "unsigned long"}.get(code, "")
            if code in "lq":
                raise OverflowError("Python int too large to convert to C long" if code == "l" else "int too big to convert")
            if code in "LQIB" and v < 0 and code != "B":
                raise OverflowError("can't convert negative value to unsigned int")
            raise OverflowError(f"{name} is {'less than minimum' if v < low else 'greater than maximum'}")
        return int(v)

    def append(self, v, /):
        self._items.append(self._check(v))

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(iterable._items)
            return
        self._items.extend([self._check(v) for v in iterable])

    fromlist = extend

    def fromunicode(self, text, /):
        self._items.extend(text)

    def tounicode(self):
        return "".join(self._items)

    def frombytes(self, data, /):
        data = bytes(data)
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        if self.typecode in "uw":
            self._items.extend(data.decode("utf-32-le"))
        else:
            self._items.extend(_struct.unpack(f"{len(data) // self.itemsize}{self.typecode}", data))

    def tobytes(self):
        if self.typecode in "uw":
            return b"".join([ord(c).to_bytes(4, "little") for c in self._items])
        return _struct.pack(f"{len(self._items)}{self.typecode}", *self._items)

    __bytes__ = tobytes

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tolist(self):
        return list(self._items)

    def byteswap(self):
        n = self.itemsize
        data = self.tobytes()
        self._items = []
        self.frombytes(b"".join([data[i:i + n][::-1] for i in range(0, len(data), n)]))

    def buffer_info(self):
        return id(self._items), len(self._items)

    def count(self, v, /):
        return self._items.count(v)

    def index(self, v, start=0, stop=None, /):
        try:
            return self._items.index(v, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def insert(self, i, v, /):
        self._items.insert(i, self._check(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("pop index out of range")
        return self._items.pop(i)

    def remove(self, v, /):
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def reverse(self):
        self._items.reverse()

    def clear(self):
        self._items.clear()

    def _new(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._new(self._items[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            if not isinstance(v, array):
                raise TypeError(f"can only assign array (not \"{type(v).__name__}\") to array slice")
            if v.typecode != self.typecode:
                raise TypeError("bad argument type for built-in operation")
            self._items[i] = v._items
            return
        v = self._check(v)
        try:
            self._items[i] = v
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, i):
        del self._items[i]

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._new(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._new(self._items * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def __copy__(self):
        return self._new(list(self._items))

    def __deepcopy__(self, memo):
        return self._new(list(self._items))

    def __reduce__(self):
        return array, (self.typecode, list(self._items))

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        shown = repr("".join(self._items)) if self.typecode in "uw" else repr(self._items)
        return f"array('{self.typecode}', {shown})"

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


ArrayType = array
