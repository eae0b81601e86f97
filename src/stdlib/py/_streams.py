"""The layers under text files: bases, raw files, buffers. C in CPython."""

import _files
import os
import sys

DEFAULT_BUFFER_SIZE = 8192
__name__ = "io"  # What classes say of themselves.


class UnsupportedOperation(OSError, ValueError):
    pass


__name__ = "_io"


def _unsupported(what):
    raise UnsupportedOperation(what)


class _Kind(type):
    """The standard streams count as text files, though sys has them apart."""

    def __instancecheck__(cls, obj):
        if type(obj) is type(sys.__stdout__):
            return cls.__name__ in ("TextIOWrapper", "TextIOBase", "IOBase")
        return type.__instancecheck__(cls, obj)


class IOBase(metaclass=_Kind):
    _closed = False
    _dot = "."

    @property
    def closed(self):
        return self._closed

    def _check(self, what=None):
        if self.closed:
            raise ValueError(what or "I/O operation on closed file" + self._dot)

    _checkClosed = _check

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *info):
        self.close()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check("I/O operation on closed file.")

    def readable(self):
        self._check()
        return False

    writable = seekable = isatty = readable

    def fileno(self):
        _unsupported("fileno")

    def seek(self, offset, whence=0):
        _unsupported("seek")

    def truncate(self, size=None):
        _unsupported("truncate")

    def tell(self):
        return self.seek(0, 1)

    def readline(self, size=-1):
        self._check()
        out = bytearray()
        while size is None or size < 0 or len(out) < size:
            b = self.read(1)
            if not b:
                break
            out += b
            if b == b"\n":
                break
        return bytes(out)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        if hint is None or hint <= 0:
            return list(self)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size >= hint:
                break
        return lines

    def writelines(self, lines):
        self._check()
        for line in lines:
            self.write(line)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle {type(self).__name__!r} instances")


class RawIOBase(IOBase):
    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        b = bytearray(size)
        n = self.readinto(b)
        return n if n is None else bytes(b[:n])

    def readall(self):
        out = bytearray()
        while data := self.read(DEFAULT_BUFFER_SIZE):
            out += data
        return bytes(out)


class BufferedIOBase(IOBase):
    def read(self, size=-1):
        _unsupported("read")

    def read1(self, size=-1):
        _unsupported("read1")

    def write(self, data):
        _unsupported("write")

    def detach(self):
        _unsupported("detach")

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    readinto1 = readinto


class TextIOBase(IOBase):
    encoding = errors = newlines = None

    def read(self, size=-1):
        _unsupported("read")

    def readline(self, size=-1):
        _unsupported("readline")

    def write(self, s):
        _unsupported("write")

    def detach(self):
        _unsupported("detach")


def _bytes(data):
    if isinstance(data, bytes):
        return data
    if not isinstance(data, bytearray) and type(data).__name__ not in ("memoryview", "array", "mmap"):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


class FileIO(RawIOBase):
    _dot = ""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        kinds = [c for c in mode if c in "rwax"]
        if set(mode) - set("rwaxb+"):
            raise ValueError(f"invalid mode: {mode}")
        if len(kinds) != 1 or mode.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        kind, plus = kinds[0], "+" in mode
        self._readable = kind == "r" or plus
        self._writable = kind != "r" or plus
        flags = 2 if plus else 0 if kind == "r" else 1
        flags |= {"r": 0, "w": 0o1100, "a": 0o2100, "x": 0o300}[kind]
        self._kind = "x" if kind == "x" else "a" if kind == "a" else "r" if kind == "r" or plus else "w"
        self.mode = self._kind + "b" + ("+" if plus else "")
        self.closefd = closefd
        self.name = file
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = file
            if file > 2:
                os._stat(file, None, -1)
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            if opener is None:
                self._fd = os.open(file, flags | os.O_CLOEXEC, 0o666)
            else:
                self._fd = opener(file, flags | os.O_CLOEXEC)
            if os._stat(self._fd, None, -1)[0] & 0o170000 == 0o040000:
                _files.call("close", self._fd)
                raise IsADirectoryError(21, "Is a directory", file)
        if closefd and self._fd > 2:
            _files.watch(self._fd, self)
        if kind == "a":
            self.seek(0, 2)

    def fileno(self):
        self._check()
        return self._fd

    def readable(self):
        self._check()
        return self._readable

    def writable(self):
        self._check()
        return self._writable

    def seekable(self):
        self._check()
        return _files.call("seek", self._fd, "", 0, 1) >= 0

    def isatty(self):
        self._check()
        return False

    def read(self, size=-1):
        self._check()
        if not self._readable:
            _unsupported("File not open for reading")
        if size is None or size < 0:
            return self.readall()
        return os.read(self._fd, size)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def write(self, data):
        self._check()
        if not self._writable:
            _unsupported("File not open for writing")
        return os.write(self._fd, _bytes(data))

    def seek(self, offset, whence=0):
        self._check()
        return os.lseek(self._fd, offset, whence)

    def truncate(self, size=None):
        self._check()
        if not self._writable:
            _unsupported("File not open for writing")
        size = self.tell() if size is None else size
        os.ftruncate(self._fd, size)
        return size

    def close(self):
        if not self._closed:
            self._closed = True
            if self.closefd and self._fd > 2:
                _files.forget(self._fd)
                os.close(self._fd)

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"


class _Buffered(BufferedIOBase):
    _dot = ""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self.raw = raw
        self._size = buffer_size
        self._data = b""
        self._at = 0

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def fileno(self):
        return self.raw.fileno()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def isatty(self):
        return self.raw.isatty()

    def flush(self):
        self._check("flush of closed file")
        self.raw.flush()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def seek(self, offset, whence=0):
        self._check("seek of closed file")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        if whence == 1:
            offset -= len(self._data) - self._at
        self._data, self._at = b"", 0
        return self.raw.seek(offset, whence)

    def tell(self):
        self._check()
        return self.raw.tell() - len(self._data) + self._at

    def truncate(self, size=None):
        self.flush()
        if size is None:
            size = self.tell()
        return self.raw.truncate(size)

    def __repr__(self):
        name = getattr(self.raw, "name", None)
        kind = type(self).__qualname__
        return f"<_io.{kind}>" if name is None else f"<_io.{kind} name={name!r}>"


class BufferedReader(_Buffered):
    def flush(self):
        self.raw.flush()

    def _fill(self):
        data = self.raw.read(self._size)
        self._data = self._data[self._at:] + (data or b"")
        self._at = 0
        return data

    def read(self, size=-1):
        self._check("read of closed file")
        if size is None or size < 0:
            out = self._data[self._at:]
            self._data, self._at = b"", 0
            rest = self.raw.read()
            return out + rest if rest else out
        while len(self._data) - self._at < size and self._fill():
            pass
        return self._take(size)

    def _take(self, size):
        out = self._data[self._at:self._at + size]
        self._at += len(out)
        return out

    def read1(self, size=-1):
        self._check("read of closed file")
        if self._at >= len(self._data):
            self._fill()
        return self._take(len(self._data) if size is None or size < 0 else size)

    def peek(self, size=0):
        self._check("peek of closed file")
        if self._at >= len(self._data):
            self._fill()
        return self._data[self._at:]

    def readline(self, size=-1):
        self._check("readline of closed file")
        start = self._at
        while True:
            i = self._data.find(b"\n", start)
            if i >= 0:
                length = i + 1 - self._at
                break
            length = len(self._data) - self._at
            if 0 <= (size or 0) <= length and size is not None and size >= 0:
                break
            start = length
            if not self._fill():
                length = len(self._data) - self._at
                break
        if size is not None and 0 <= size < length:
            length = size
        return self._take(length)

    def write(self, data):
        _unsupported("write")


class BufferedWriter(_Buffered):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        _Buffered.__init__(self, raw, buffer_size)
        self._held = None if type(raw) is FileIO and raw._fd > 2 and raw.closefd else bytearray()

    def write(self, data):
        self._check("write to closed file")
        data = _bytes(data)
        if self._at < len(self._data):
            self.raw.seek(self._at - len(self._data), 1)
        self._data, self._at = b"", 0
        if self._held is None:
            n = _files.hold(self.raw._fd, data)
        else:
            self._held += data
            n = len(self._held)
        if n > self._size:
            self._drain()
        return len(data)

    def _drain(self):
        if self._held is None:
            data = _files.take(self.raw._fd)
        else:
            data = bytes(self._held)
            self._held.clear()
        while data:
            n = self.raw.write(data)
            data = data[n:]

    def flush(self):
        self._check("flush of closed file")
        self._drain()
        if not isinstance(self.raw, FileIO):
            self.raw.flush()

    def seek(self, offset, whence=0):
        self._check("seek of closed file")
        self._drain()
        return _Buffered.seek(self, offset, whence)

    def tell(self):
        self._check()
        held = _files.hold(self.raw._fd, b"") if self._held is None else len(self._held)
        return _Buffered.tell(self) + held

    def read(self, size=-1):
        _unsupported("read")

    def readline(self, size=-1):
        _unsupported("read")


class BufferedRandom(BufferedWriter, BufferedReader):
    def flush(self):
        BufferedWriter.flush(self)

    def read(self, size=-1):
        self.flush()
        return BufferedReader.read(self, size)

    def readline(self, size=-1):
        self.flush()
        return BufferedReader.readline(self, size)

    def read1(self, size=-1):
        self.flush()
        return BufferedReader.read1(self, size)

    def peek(self, size=0):
        self.flush()
        return BufferedReader.peek(self, size)

    def write(self, data):
        return BufferedWriter.write(self, data)


class BufferedRWPair(BufferedIOBase):
    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)
        for name in ("read", "read1", "peek", "readline", "readinto"):
            setattr(self, name, getattr(self.reader, name))
        self.write, self.flush = self.writer.write, self.writer.flush

    def readable(self):
        return True

    writable = readable

    def close(self):
        self.writer.close()
        self.reader.close()
