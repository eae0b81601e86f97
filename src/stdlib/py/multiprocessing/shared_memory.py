"""Blocks of memory that processes find by name. A file in /tmp/.shm says which of the machine's memories a name is."""

__all__ = ["SharedMemory", "ShareableList"]

import _process
import os
import pickle
import secrets

_FOLDER = "/tmp/.shm"


class _Buffer:
    """What `SharedMemory.buf` gives: a window on the memory that reads and writes it as a memoryview of bytes does."""

    def __init__(self, memory, start, length, step=1):
        self._memory, self._start, self.nbytes, self._step = memory, start, length, step
        self.format, self.itemsize, self.ndim, self.readonly = "B", 1, 1, False

    def _places(self):
        return range(self._start, self._start + self.nbytes * self._step, self._step)

    def _whole(self):
        if self._memory is None:
            raise ValueError("operation forbidden on released memoryview object")
        return _process.read(self._memory)

    def tobytes(self):
        whole = self._whole()
        if self._step == 1:
            return whole[self._start : self._start + self.nbytes]
        return bytes([whole[i] for i in self._places()])

    __bytes__ = tobytes

    def tolist(self):
        return list(self.tobytes())

    def hex(self):
        return self.tobytes().hex()

    def __len__(self):
        return self.nbytes

    def __iter__(self):
        return iter(self.tobytes())

    def __contains__(self, byte):
        return byte in self.tobytes()

    def __eq__(self, other):
        try:
            return self.tobytes() == bytes(other)
        except TypeError:
            return NotImplemented

    def __getitem__(self, at):
        places = self._places()[at]
        if isinstance(at, slice):
            return _Buffer(self._memory, places.start, len(places), places.step)
        return self._whole()[places]

    def __setitem__(self, at, value):
        try:
            places = self._places()[at]
        except IndexError:
            raise IndexError("index out of bounds on dimension 1") from None
        if not isinstance(at, slice):
            if not isinstance(value, int):
                raise TypeError("memoryview: invalid type for format 'B'")
            if not 0 <= value < 256:
                raise ValueError("memoryview: invalid value for format 'B'")
            places, value = range(places, places + 1), bytes([value])
        value = bytes(value)
        if len(value) != len(places):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        whole = bytearray(self._whole())
        if places.step == 1:
            whole[places.start : places.stop] = value
        else:
            for i, byte in zip(places, value):
                whole[i] = byte
        _process.write(self._memory, bytes(whole))

    def cast(self, format, shape=None):
        import _machine

        _machine.unsupported("memory that processes share cannot be cast here: use struct.pack() and unpack() with slices")

    def release(self):
        self._memory = None

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.release()

    def __repr__(self):
        return f"<memory at {id(self):#x}>"


class SharedMemory:
    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        self._name = "psm_" + secrets.token_hex(4) if name is None else name.removeprefix("/")
        os.makedirs(_FOLDER, exist_ok=True)
        if create:
            try:
                file = open(self._path(), "x")
            except FileExistsError:
                raise FileExistsError(17, "File exists", "/" + self._name) from None
            with file:
                self._memory = _process.share(bytes(size))
                file.write(f"{self._memory} {size}")
        else:
            try:
                with open(self._path()) as file:
                    self._memory, size = map(int, file.read().split())
            except FileNotFoundError:
                raise FileNotFoundError(2, "No such file or directory", "/" + self._name) from None
        self._size = size
        self._buf = _Buffer(self._memory, 0, size)

    def _path(self):
        return f"{_FOLDER}/{self._name}"

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None

    def unlink(self):
        try:
            os.unlink(self._path())
        except FileNotFoundError:
            raise FileNotFoundError(2, "No such file or directory", "/" + self._name) from None

    def __reduce__(self):
        return SharedMemory, (self.name, False, self.size)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.name!r}, size={self.size})"


def _room(value):
    """How many bytes an item takes and keeps: a string's may change within them."""
    if isinstance(value, (str, bytes)):
        data = value.encode() if isinstance(value, str) else value
        return 8 * (len(data) // 8 + 1)
    return 8


class ShareableList:
    """A list of plain values of fixed room."""

    def __init__(self, sequence=None, *, name=None):
        if sequence is not None:
            items = list(sequence)
            for item in items:
                if item is not None and type(item) not in (int, float, bool, str, bytes):
                    raise KeyError(type(item))
            rooms = [_room(item) for item in items]
            # Room for the largest values that may come.
            size = 64 + sum(r + 32 for r in rooms)
            self.shm = SharedMemory(name, create=True, size=size)
            self._store(items, rooms)
        else:
            self.shm = SharedMemory(name)

    def _store(self, items, rooms):
        data = pickle.dumps((items, rooms))
        self.shm.buf[: len(data) + 4] = len(data).to_bytes(4, "little") + data

    def _load(self):
        whole = bytes(self.shm.buf)
        return pickle.loads(whole[4 : 4 + int.from_bytes(whole[:4], "little")])

    def __getitem__(self, position):
        items, _ = self._load()
        try:
            return items[position]
        except IndexError:
            raise IndexError("index out of range") from None

    def __setitem__(self, position, value):
        items, rooms = self._load()
        try:
            items[position]
        except IndexError:
            raise IndexError("assignment index out of range") from None
        if isinstance(value, (str, bytes)) and len(value.encode() if isinstance(value, str) else value) > rooms[position]:
            raise ValueError("bytes/str item exceeds available storage")
        items[position] = value
        self._store(items, rooms)

    def __reduce__(self):
        return _attached, (self.shm.name,)

    def __len__(self):
        return len(self._load()[0])

    def __repr__(self):
        return f"{self.__class__.__name__}({self._load()[0]}, name={self.shm.name!r})"

    @property
    def format(self):
        kinds = {int: "q", float: "d", bool: "xxxxxxx?", type(None): "xxxxxx?x"}
        return "".join([kinds.get(type(item)) or f"{room}s" for item, room in zip(*self._load())])

    def count(self, value):
        return self._load()[0].count(value)

    def index(self, value):
        items, _ = self._load()
        if value not in items:
            raise ValueError(f"{value!r} not in this container")
        return items.index(value)


def _attached(name):
    return ShareableList(name=name)
