# Codecs that are given their data piece by piece: incremental ones, and streams.


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


def _with_order(name, begun, data):
    """UTF-16 and UTF-32 write a mark of their byte order once."""
    return name + "-le" if begun and name in ("utf-16", "utf-32") else "utf-8" if begun and name == "utf-8-sig" else name


def _incremental(name):
    class Encoder(IncrementalEncoder):
        _begun = False

        def encode(self, input, final=False):
            data = input.encode(_with_order(name, self._begun, input), self.errors)
            self._begun = self._begun or bool(input)
            return data

        def reset(self):
            self._begun = False

        def getstate(self):
            return int(self._begun)

        def setstate(self, state):
            self._begun = bool(state)

    class Decoder(BufferedIncrementalDecoder):
        _as = None

        def _buffer_decode(self, data, errors, final):
            if self._as is None and name in ("utf-8-sig", "utf-16", "utf-32"):
                marks = {"utf-8-sig": [BOM_UTF8], "utf-16": [BOM_LE, BOM_BE], "utf-32": [BOM_UTF32_LE, BOM_UTF32_BE]}[name]
                if len(data) < len(marks[0]) and not final and any(m.startswith(data) for m in marks):
                    return "", 0
                mark = next((m for m in marks if data.startswith(m)), b"")
                self._as = "utf-8" if name == "utf-8-sig" else name + ("-be" if mark == marks[-1] else "-le")
                text, used = self._buffer_decode(data[len(mark):], errors, final)
                return text, used + len(mark)
            try:
                return data.decode(self._as or name, "strict"), len(data)
            except UnicodeDecodeError as e:
                cut = e.reason in ("unexpected end of data", "truncated data")
                if not final and cut:
                    return data[:e.start].decode(self._as or name, errors), e.start
            return data.decode(self._as or name, errors), len(data)

        def reset(self):
            self.buffer, self._as = b"", None

    Encoder.__name__ = Encoder.__qualname__ = "IncrementalEncoder"
    Decoder.__name__ = Decoder.__qualname__ = "IncrementalDecoder"
    return Encoder, Decoder


class _Wrapped:
    """Gives what it has not itself from its stream."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stream.close()


class StreamWriter(_Wrapped, Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)


class StreamReader(_Wrapped, Codec):
    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._rest = None

    def _all(self):
        # What is left of the stream is decoded at once.
        if self._rest is None:
            self._rest = ""
        data = self.stream.read()
        if data:
            self._rest += self.decode(data, self.errors)[0]
        return self._rest

    def read(self, size=-1, chars=-1, firstline=False):
        text = self._all()
        n = chars if chars >= 0 else size
        n = len(text) if n < 0 else n
        self._rest = text[n:]
        return text[:n]

    def readline(self, size=None, keepends=True):
        lines = self._all().splitlines(True)
        if not lines:
            return ""
        self._rest = self._rest[len(lines[0]):]
        return lines[0] if keepends else lines[0].splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._rest = None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StreamReaderWriter(_Wrapped):
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.reader)


class StreamRecoder(StreamReaderWriter):
    """Bytes in one encoding from a stream of bytes in another."""

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        super().__init__(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]
