"""Streams: text over the layers of _streams, and streams in memory. C in CPython."""

import builtins
import os

from _streams import *
from _streams import _bytes, _unsupported

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError
__name__ = "_io"  # What classes say of themselves.

_KNOWN = {"utf8": 1, "utf": 1, "ascii": 0, "usascii": 0, "latin1": 0, "iso88591": 0, "cp1252": 0, "l1": 0}


def _whole(data, encoding):
    """How many of the bytes are whole characters: the rest waits for more."""
    n = len(data)
    kind = encoding.lower().replace("-", "").replace("_", "")
    if kind.startswith("utf16"):
        return n - n % 2
    if kind.startswith("utf32"):
        return n - n % 4
    if kind not in _KNOWN or _KNOWN[kind]:
        for back in range(1, min(4, n) + 1):
            b = data[n - back]
            if b & 0xC0 == 0xC0:
                need = 2 if b < 0xE0 else 3 if b < 0xF0 else 4
                return n - back if need > back else n
            if b < 0x80:
                break
    return n


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        "".encode(encoding)
        self.buffer = buffer
        self.encoding = encoding
        self.errors = errors or "strict"
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._newline = newline
        self._universal = not newline
        self._out = None if newline in ("", "\n", None) else newline
        self._seen = []
        # Decoded and not given out yet, before line ends are translated; bytes of a character that is not whole.
        self._text = ""
        self._at = 0
        self._rest = b""
        self._iterating = False
        self._begun = False
        self._sig = encoding.lower().replace("_", "-") == "utf-8-sig"
        self._decoding = "utf-8" if self._sig else encoding

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    @property
    def newlines(self):
        seen = [s for s in ("\r", "\n", "\r\n") if s in self._seen]
        return None if not seen else seen[0] if len(seen) == 1 else tuple(seen)

    def fileno(self):
        return self.buffer.fileno()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def isatty(self):
        return self.buffer.isatty()

    def close(self):
        if self.buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def flush(self):
        self._check()
        self._iterating = False
        self.buffer.flush()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        if encoding is not None:
            self.encoding = encoding
        if errors is not None:
            self.errors = errors
        if newline is not None:
            self._newline, self._universal = newline, not newline
            self._out = None if newline in ("", "\n") else newline
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def write(self, s):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        if not self.buffer.writable():
            _unsupported("not writable")
        if self._text or self._rest:
            self._forget()
        text = s.replace("\n", self._out) if self._out else s
        encoding = self.encoding
        if self._begun and encoding.lower() in ("utf-16", "utf-32", "utf-8-sig"):
            encoding = {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding.lower(), "utf-8")
        self._begun = True
        self.buffer.write(text.encode(encoding, self.errors))
        if self.write_through or self.line_buffering and ("\n" in s or "\r" in s):
            self.buffer.flush()
        return len(s)

    def _forget(self):
        if self.buffer.seekable():
            self.buffer.seek(self.tell())
        self._text, self._at, self._rest = "", 0, b""

    def _more(self, everything=False):
        """Decodes another piece of the buffer; False at the end."""
        if everything:
            data = self.buffer.read()
        else:
            data = self.buffer.read1(DEFAULT_BUFFER_SIZE)
        end = not data or everything
        data = self._rest + (data or b"")
        whole = len(data) if end else _whole(data, self.encoding)
        if not end and self._universal and data[whole - 1:whole] == b"\r":
            whole -= 1
        self._rest = data[whole:]
        text = data[:whole].decode(self._decoding, self.errors)
        if self._sig and text:
            self._sig = False
            text = text.removeprefix("\ufeff")
        self._text = self._text[self._at:] + text
        self._at = 0
        if self._universal and text:
            if "\r" in text:
                crlf = text.count("\r\n")
                if crlf:
                    self._seen.append("\r\n")
                if text.count("\r") > crlf:
                    self._seen.append("\r")
                if text.count("\n") > crlf:
                    self._seen.append("\n")
            elif "\n" in text and "\n" not in self._seen:
                self._seen.append("\n")
        return not end

    def _translated(self, text):
        if self._newline is None and "\r" in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _reading(self):
        self._check()
        if not self.buffer.readable():
            _unsupported("not readable")

    def read(self, size=-1):
        self._reading()
        if size is None or size < 0:
            self._more(True)
            text, self._text, self._at = self._text, "", 0
            return self._translated(text)
        out = ""
        while True:
            at = self._at
            piece = self._text[at:at + size - len(out)]
            self._at = at + len(piece)
            if self._newline is None and piece.endswith("\r") and self._text[self._at:self._at + 1] == "\n":
                self._at += 1
                piece += "\n"
            out += self._translated(piece)
            if len(out) >= size or not self._more() and self._at >= len(self._text):
                return out

    def _line_end(self, text, start):
        if not self._universal:
            i = text.find(self._newline, start)
            return i + len(self._newline) if i >= 0 else 0
        n = text.find("\n", start)
        r = text.find("\r", start)
        if r < 0 or 0 <= n < r:
            return n + 1
        if r + 1 < len(text):
            return r + 2 if n == r + 1 else r + 1
        return 0

    def readline(self, size=-1):
        self._reading()
        start = self._at
        more = True
        while True:
            end = self._line_end(self._text, start)
            if end or not more:
                break
            if size is not None and 0 <= size <= len(self._text) - self._at:
                break
            start = max(0, len(self._text) - self._at - 1)
            more = self._more()
        if not end:
            end = len(self._text)
        if size is not None and 0 <= size < end - self._at:
            end = self._at + size
        line = self._text[self._at:end]
        self._at = end
        return self._translated(line)

    def __next__(self):
        self._iterating = True
        line = self.readline()
        if not line:
            self._iterating = False
            raise StopIteration
        return line

    def tell(self):
        self._check()
        if not self.seekable():
            _unsupported("underlying stream is not seekable")
        if self._iterating:
            raise OSError("telling position disabled by next() call")
        rest = self._text[self._at:]
        ahead = len(self._rest)
        if rest:
            encoding = self.encoding.lower()
            if encoding in ("utf-16", "utf-32", "utf-8-sig"):
                encoding = encoding[:6].replace("utf-8-", "utf-8") + ("" if encoding == "utf-8-sig" else "-le")
            ahead += len(rest.encode(encoding, self.errors))
        return self.buffer.tell() - ahead

    def seek(self, cookie, whence=0):
        self._check()
        if not self.seekable():
            _unsupported("underlying stream is not seekable")
        if whence == 1:
            if cookie:
                _unsupported("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        elif whence == 2:
            if cookie:
                _unsupported("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self.flush()
        self._text, self._at, self._rest = "", 0, b""
        place = self.buffer.seek(cookie, whence)
        self._seen = []
        self._begun = place > 0
        return place

    def truncate(self, size=None):
        self._check()
        if size is None:
            size = self.tell()
        self.flush()
        return self.buffer.truncate(size)

    def __repr__(self):
        out = "<_io.TextIOWrapper"
        name = getattr(self.buffer, "name", None)
        if name is not None:
            out += f" name={name!r}"
        mode = getattr(self, "mode", None)
        if mode is not None:
            out += f" mode={mode!r}"
        return out + f" encoding={self.encoding!r}>"


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, int):
        file = os.fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if set(mode) - set("axrwb+t") or len(mode) > len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in mode
    if binary and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = sum(c in mode for c in "axrw")
    if kinds > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary:
        for what, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'an' if what[0] == 'e' else 'a'} {what} argument")
    raw = FileIO(file, mode.replace("t", "").replace("b", ""), closefd, opener)
    try:
        if buffering == 0:
            if not binary:
                raise ValueError("can't have unbuffered text I/O")
            return raw
        size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
        kind = BufferedRandom if "+" in mode else BufferedReader if "r" in mode else BufferedWriter
        buffer = kind(raw, size)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
        text.mode = mode
        return text
    except BaseException:
        raw.close()
        raise


def open_code(path):
    return _open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


class _Memory(IOBase):
    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def flush(self):
        self._check()

    def tell(self):
        self._check()
        return self._at

    def read(self, size=-1):
        self._check()
        value = self._whole()
        end = len(value) if size is None or size < 0 else self._at + size
        out = value[self._at:end]
        self._at += len(out)
        return out

    def close(self):
        self._closed = True


class StringIO(_Memory, TextIOBase):
    _dot = ""
    encoding = errors = None
    line_buffering = False

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline is not None and newline not in ("", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._value = ""
        self._parts = []
        self._at = self._length = 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _whole(self):
        if self._parts:
            self._value += "".join(self._parts)
            self._parts = []
        return self._value

    def getvalue(self):
        self._check()
        return self._whole()

    def write(self, s):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        count = len(s)
        newline = self._newline
        if newline is None and "\r" in s:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif newline in ("\r", "\r\n"):
            s = s.replace("\n", newline)
        at, size = self._at, self._length
        self._at = at + len(s)
        if at == size:
            self._parts.append(s)
        elif s:
            v = self._whole()
            if at > size:
                v += "\0" * (at - size)
            self._value = v[:at] + s + v[at + len(s):]
        if self._at > size:
            self._length = self._at
        return count

    def readline(self, size=-1):
        self._check()
        v = self._whole()
        newline = self._newline or "\n"
        i = v.find(newline, self._at)
        if self._newline == "":
            r = v.find("\r", self._at)
            if 0 <= r and (i < 0 or r < i - 1):
                i = r
        end = len(v) if i < 0 else i + len(newline)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        out = v[self._at:end]
        self._at += len(out)
        return out

    def seek(self, at, whence=0):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence and at:
            raise OSError("Can't do nonzero cur-relative seeks")
        if at < 0:
            raise ValueError(f"Negative seek position {at}")
        self._at = self._at if whence == 1 else self._length if whence == 2 else at
        return self._at

    def truncate(self, size=None):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._value = self._whole()[:size]
        self._length = len(self._value)
        return size


class BytesIO(_Memory, BufferedIOBase):
    def __init__(self, initial_bytes=b""):
        self._value = bytearray(b"" if initial_bytes is None else _bytes(initial_bytes))
        self._at = 0

    def _whole(self):
        return self._value

    def read(self, size=-1):
        return bytes(_Memory.read(self, size))

    def read1(self, size=-1):
        return self.read(size)

    def getvalue(self):
        self._check()
        return bytes(self._value)

    def getbuffer(self):
        self._check()
        return memoryview(self._value)

    def write(self, data):
        self._check()
        data = _bytes(data)
        v, at = self._value, self._at
        if not data:
            return 0
        if at > len(v):
            v.extend(bytes(at - len(v)))
        if at == len(v):
            v += data
        else:
            v[at:at + len(data)] = data
        self._at = at + len(data)
        return len(data)

    def readline(self, size=-1):
        self._check()
        v = self._value
        i = v.find(b"\n", self._at)
        end = len(v) if i < 0 else i + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        out = bytes(v[self._at:end])
        self._at += len(out)
        return out

    def seek(self, at, whence=0):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and at < 0:
            raise ValueError(f"negative seek value {at}")
        at += self._at if whence == 1 else len(self._value) if whence == 2 else 0
        self._at = max(at, 0)
        return self._at

    def truncate(self, size=None):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._value[size:]
        return size


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate = decoder, translate

    def decode(self, input, final=False):
        text = self.decoder.decode(input, final) if self.decoder else input
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.translate else text


open = builtins.open
__name__ = "io"
