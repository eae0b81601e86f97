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
