"""Encodings by name: the texts and bytes are translated by `str.encode` and `bytes.decode`."""

import builtins

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE",
    "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec",
    "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter", "StreamReaderWriter", "StreamRecoder",
    "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode",
    "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors",
    "backslashreplace_errors", "namereplace_errors", "register_error", "lookup_error",
]
BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"
_ALIASES = {
    "utf8": "utf-8", "utf_8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "utf_8_sig": "utf-8-sig", "utf8_sig": "utf-8-sig",
    "utf16": "utf-16", "utf_16": "utf-16", "u16": "utf-16", "utf_16_le": "utf-16-le", "utf_16le": "utf-16-le", "utf_16_be": "utf-16-be",
    "utf_16be": "utf-16-be", "utf32": "utf-32", "utf_32": "utf-32", "u32": "utf-32", "utf_32_le": "utf-32-le", "utf_32le": "utf-32-le",
    "utf_32_be": "utf-32-be", "utf_32be": "utf-32-be", "ascii": "ascii", "us_ascii": "ascii", "646": "ascii",
    "latin_1": "iso8859-1", "latin1": "iso8859-1", "iso8859_1": "iso8859-1", "iso_8859_1": "iso8859-1", "8859": "iso8859-1",
    "l1": "iso8859-1", "cp819": "iso8859-1", "cp1252": "cp1252", "windows_1252": "cp1252", "rot13": "rot13", "rot_13": "rot13",
    "hex": "hex", "hex_codec": "hex", "base64": "base64", "base_64": "base64", "base64_codec": "base64", "zlib": "zlib", "zip": "zlib",
    "zlib_codec": "zlib", "unicode_escape": "unicode_escape", "raw_unicode_escape": "raw_unicode_escape",
}
_searches = []
_cache = {}


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self._is_text_encoding = _is_text_encoding is not False
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


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


class StreamWriter(Codec):
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

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stream.close()


class StreamReader(Codec):
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

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stream.close()


class StreamReaderWriter:
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

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stream.close()


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


def _rot13(text, errors="strict"):
    low, high = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    table = str.maketrans(low + high, low[13:] + low[:13] + high[13:] + high[:13])
    return text.translate(table), len(text)


def _binary(name):
    import base64
    import binascii
    import zlib

    to, back = {
        "hex": (binascii.b2a_hex, binascii.a2b_hex), "base64": (base64.encodebytes, base64.decodebytes),
        "zlib": (zlib.compress, zlib.decompress),
    }[name]
    return lambda data, errors="strict": (to(data), len(data)), lambda data, errors="strict": (back(data), len(data))


def _made(name):
    if name in ("rot13", "hex", "base64", "zlib"):
        to, back = (_rot13, _rot13) if name == "rot13" else _binary(name)
    else:
        def to(input, errors="strict"):
            return input.encode(name, errors), len(input)

        def back(input, errors="strict"):
            return bytes(input).decode(name, errors), len(input)

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            return back(input, errors)

    class Writer(StreamWriter):
        _begun = False

        def encode(self, input, errors="strict"):
            if name in ("utf-16", "utf-32", "utf-8-sig"):
                data = input.encode(_with_order(name, self._begun, input), errors)
                self._begun = True
                return data, len(input)
            return to(input, errors)

    Reader.__name__, Writer.__name__ = "StreamReader", "StreamWriter"
    return CodecInfo(to, back, Reader, Writer, *_incremental(name), name)


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    key = encoding.lower().replace("-", "_").replace(" ", "_")
    if key in _cache:
        return _cache[key]
    name = _ALIASES.get(key)
    if name is None:
        for search in _searches:
            if (found := search(key)) is not None:
                _cache[key] = found
                return found
        try:
            "".encode(encoding)
        except LookupError:
            raise LookupError(f"unknown encoding: {encoding}") from None
        name = key.replace("_", "-")
    _cache[key] = _made(name)
    return _cache[key]


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _cache.clear()


def encode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        if data := encoder.encode(text):
            yield data
    if data := encoder.encode("", True):
        yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        if text := decoder.decode(data):
            yield text
    if text := decoder.decode(b"", True):
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    data, info = lookup(data_encoding), lookup(file_encoding or data_encoding)
    made = StreamRecoder(file, data.encode, data.decode, info.streamreader, info.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding or data_encoding
    return made


def strict_errors(exception, /):
    raise exception


def ignore_errors(exception, /):
    return ("", exception.end)


def replace_errors(exception, /):
    n = exception.end - exception.start
    return ("?" * n if isinstance(exception, UnicodeEncodeError) else "\ufffd", exception.end)


def xmlcharrefreplace_errors(exception, /):
    return ("".join(f"&#{ord(c)};" for c in exception.object[exception.start:exception.end]), exception.end)


def backslashreplace_errors(exception, /):
    part = exception.object[exception.start:exception.end]
    if isinstance(part, (bytes, bytearray)):
        return ("".join(f"\\x{b:02x}" for b in part), exception.end)
    return (part.encode("ascii", "backslashreplace").decode(), exception.end)


def namereplace_errors(exception, /):
    return (exception.object[exception.start:exception.end].encode("ascii", "namereplace").decode(), exception.end)


_HANDLERS = {
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors, "xmlcharrefreplace": xmlcharrefreplace_errors,
    "backslashreplace": backslashreplace_errors, "namereplace": namereplace_errors,
}


def lookup_error(name, /):
    if name not in _HANDLERS:
        raise LookupError(f"unknown error handler name '{name}'")
    return _HANDLERS[name]


def register_error(name, handler, /):
    import _machine

    _machine.unsupported("codecs.register_error() is not supported: catch the UnicodeError, or use errors='replace'")
