"""Files and data in gzip's format."""

import builtins
import io
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]


class BadGzipFile(OSError):
    pass


def compress(data, compresslevel=9, *, mtime=None):
    out = zlib.compress(data, compresslevel, 31)
    stamp = int(time.time() if mtime is None else mtime)
    return out[:4] + stamp.to_bytes(4, "little") + out[8:]


def decompress(data):
    if data and data[:2] != b"\x1f\x8b":
        raise BadGzipFile(f"Not a gzipped file ({bytes(data[:2])!r})")
    if data and len(data) < 18:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
    return zlib.decompress(data, 31) if data else b""


class GzipFile(io.BytesIO):
    """A file whose content is compressed: read whole when opened, written whole when closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        mode = (mode or "rb").replace("t", "")
        if mode[:1] not in ("r", "w", "a", "x"):
            raise ValueError("Invalid mode: " + repr(mode))
        self._own = fileobj is None
        self._file = builtins.open(filename, mode[0] + "b") if fileobj is None else fileobj
        self.mode = mode[0] + "b"
        self.name = filename or getattr(fileobj, "name", "")
        self._level, self._mtime = compresslevel, mtime
        super().__init__(decompress(self._file.read()) if mode[0] == "r" else b"")

    def close(self):
        if not self.closed:
            if self.mode[0] != "r":
                self._file.write(compress(self.getvalue(), self._level, mtime=self._mtime))
            if self._own:
                self._file.close()
        super().close()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    if hasattr(filename, "read") or hasattr(filename, "write"):
        f = GzipFile(None, mode, compresslevel, filename)
    else:
        f = GzipFile(filename, mode, compresslevel)
    return io.TextIOWrapper(f, encoding, errors, newline) if "t" in mode else f
