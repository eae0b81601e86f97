"""ZIP archives, stored or deflated."""

import io
import os
import posixpath
import shutil
import stat
import struct
import sys
import time
import zlib

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile", "ZipInfo",
           "ZipFile", "PyZipFile", "LargeZipFile", "Path"]
ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
ZIP64_LIMIT = (1 << 31) - 1
_NAMES = {0: "store", 8: "deflate", 12: "bzip2", 14: "lzma"}
_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_LOCAL_SHAPE, _CENTRAL_SHAPE, _END_SHAPE = "<4s5H3L2H", "<4s4B4H3L5H2L", "<4s4H2LH"


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    """Would need extensions that were forbidden."""


error = BadZipfile = BadZipFile


def is_zipfile(filename):
    try:
        if hasattr(filename, "read"):
            at = filename.tell()
            filename.seek(0)
            data = filename.read()
            filename.seek(at)
        else:
            with open(filename, "rb") as f:
                data = f.read()
    except OSError:
        return False
    return data.rfind(_END) >= 0


class ZipInfo:
    """What is known of a member."""

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = filename.partition("\0")[0]
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.date_time = date_time
        self.compress_type = ZIP_STORED
        self.compress_level = None
        self.comment = self.extra = b""
        self.create_system = 3
        self.create_version = self.extract_version = 20
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.header_offset = self.CRC = self.compress_size = self.file_size = 0

    def __repr__(self):
        out = [f"<{self.__class__.__name__} filename={self.filename!r}"]
        if self.compress_type != ZIP_STORED:
            out.append(f" compress_type={_NAMES.get(self.compress_type, self.compress_type)}")
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            out.append(f" filemode={stat.filemode(high)!r}")
        if low:
            out.append(f" external_attr={low:#x}")
        if not self.is_dir() or self.file_size:
            out.append(f" file_size={self.file_size!r}")
        if (not self.is_dir() or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            out.append(f" compress_size={self.compress_size!r}")
        return "".join(out) + ">"

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        filename = os.fspath(filename)
        st = os.stat(filename)
        folder = stat.S_ISDIR(st.st_mode)
        date_time = time.localtime(st.st_mtime)[:6]
        if not strict_timestamps and date_time[0] < 1980:
            date_time = (1980, 1, 1, 0, 0, 0)
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else arcname)[1]).lstrip("/")
        info = cls(name + "/" if folder else name, date_time)
        info.external_attr = (st.st_mode & 0xFFFF) << 16
        if folder:
            info.external_attr |= 16
        else:
            info.file_size = st.st_size
        return info

    def is_dir(self):
        return self.filename.endswith("/")

    def _stamp(self):
        y, month, d, h, m, s = self.date_time
        return h << 11 | m << 5 | s // 2, (y - 1980) << 9 | month << 5 | d

    def _encoded(self):
        try:
            return self.filename.encode("ascii"), self.flag_bits & ~0x800
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | 0x800


class ZipExtFile(io.BytesIO):
    """A member that is read."""

    def __init__(self, data, info, mode="r"):
        super().__init__(data)
        self.name, self.mode = info.filename, mode
        self.newlines = None

    def writable(self):
        return False

    def write(self, data):
        raise io.UnsupportedOperation("write")


class _Writing(io.BytesIO):
    """A member that is written: it enters the archive when closed."""

    def __init__(self, archive, info):
        super().__init__()
        self._archive, self._info = archive, info

    def close(self):
        if not self.closed:
            data = self.getvalue()
            super().close()
            self._archive._writing = False
            self._archive._add(self._info, data)


class ZipFile:
    """An archive: read whole when opened, written whole when closed."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
                 metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _known(compression)
        self.debug = 0
        self.NameToInfo, self.filelist = {}, []
        self.compression, self.compresslevel, self.mode = compression, compresslevel, mode
        self.pwd, self._comment = None, b""
        self._strict_timestamps = strict_timestamps
        self._data, self._changed, self._writing = bytearray(), mode in ("w", "x"), False
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        self._own = isinstance(file, str)
        if self._own:
            self.filename = file
            how = {"r": "rb", "w": "w+b", "x": "x+b", "a": "r+b"}[mode]
            try:
                self.fp = open(file, how)
            except FileNotFoundError:
                if mode != "a":
                    raise
                self.fp = open(file, "w+b")
        else:
            self.fp = file
            self.filename = getattr(file, "name", None)
        try:
            if mode in ("r", "a"):
                self._load()
        except BaseException:
            self._over()
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __repr__(self):
        out = [f"<{self.__class__.__module__}.{self.__class__.__qualname__}"]
        if self.fp is None:
            out.append(" [closed]")
        else:
            if self._own:
                out.append(f" filename={self.filename!r}")
            else:
                out.append(f" file={self.fp!r}")
            out.append(f" mode={self.mode!r}")
        return "".join(out) + ">"

    def _load(self):
        self.fp.seek(0)
        data = self.fp.read()
        at = data.rfind(_END)
        if at < 0 or len(data) < at + 22:
            if self.mode == "a" and not data:
                self._changed = True
                return
            if self.mode == "a":
                self._data, self._changed = bytearray(data), True
                return
            raise BadZipFile("File is not a zip file")
        count, size, offset, length = struct.unpack(_END_SHAPE, data[at:at + 22])[4:]
        self._comment = bytes(data[at + 22:at + 22 + length])
        # What stands before the archive moves all places.
        moved = at - size - offset
        if moved < 0:
            raise BadZipFile("Bad offset for central directory")
        p = at - size
        self._data = bytearray(data[:p])
        while p < at:
            if data[p:p + 4] != _CENTRAL:
                raise BadZipFile("Bad magic number for central directory")
            c = struct.unpack(_CENTRAL_SHAPE, data[p:p + 46])
            p += 46
            name = bytes(data[p:p + c[12]])
            info = ZipInfo(name.decode("utf-8" if c[5] & 0x800 or name.isascii() else "latin-1"))
            p += c[12]
            info.extra, info.comment = bytes(data[p:p + c[13]]), bytes(data[p + c[13]:p + c[13] + c[14]])
            p += c[13] + c[14]
            (info.create_version, info.create_system, info.extract_version, info.reserved, info.flag_bits, info.compress_type, t, d,
             info.CRC, info.compress_size, info.file_size) = c[1:12]
            info.volume, info.internal_attr, info.external_attr, info.header_offset = c[15:19]
            info.header_offset += moved
            info.date_time = (d >> 9) + 1980, d >> 5 & 15, d & 31, t >> 11, t >> 5 & 63, (t & 31) * 2
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError(f"comment: expected bytes, got {type(comment).__name__}")
        self._comment = comment
        self._changed = True

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def printdir(self, file=None):
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
            print("%-46s %s %12d" % (info.filename, date, info.file_size), file=file)

    def testzip(self):
        for info in self.filelist:
            try:
                self.read(info)
            except BadZipFile:
                return info.filename

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError(f"There is no item named {name!r} in the archive")
        return info

    def setpassword(self, pwd):
        self.pwd = pwd or None

    def read(self, name, pwd=None):
        with self.open(name, "r", pwd) as f:
            return f.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        if mode not in ("r", "w"):
            raise ValueError('open() requires mode "r" or "w"')
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = self._fresh(name)
        else:
            info = self.getinfo(name)
        if mode == "w":
            self._writable(info)
            self._writing = True
            return _Writing(self, info)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before trying to read.")
        return ZipExtFile(self._content(info), info)

    def _content(self, info):
        at = info.header_offset
        head = self._data[at:at + 30]
        if head[:4] != _LOCAL:
            raise BadZipFile("Bad magic number for file header")
        if info.flag_bits & 1:
            raise RuntimeError(f"File {info.filename!r} is encrypted, password required for extraction")
        names = struct.unpack(_LOCAL_SHAPE, bytes(head))[9:11]
        at += 30 + sum(names)
        raw = bytes(self._data[at:at + info.compress_size])
        _known(info.compress_type)
        data = zlib.decompress(raw, -15) if info.compress_type == ZIP_DEFLATED else raw
        if zlib.crc32(data) != info.CRC:
            raise BadZipFile(f"Bad CRC-32 for file {info.filename!r}")
        return data

    def extract(self, member, path=None, pwd=None):
        return self._extract(member, os.getcwd() if path is None else os.fspath(path))

    def extractall(self, path=None, members=None, pwd=None):
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path)

    def _extract(self, member, path):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        parts = [p for p in info.filename.replace("\\", "/").split("/") if p not in ("", ".", "..")]
        target = os.path.normpath(os.path.join(path, *parts))
        if info.is_dir():
            os.makedirs(target, exist_ok=True)
            return target
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        data = self.read(info)
        with open(target, "wb") as f:
            f.write(data)
        return target

    def _fresh(self, name):
        info = ZipInfo(name, time.localtime(time.time())[:6])
        info.compress_type, info.compress_level = self.compression, self.compresslevel
        info.external_attr = 0o600 << 16
        return info

    def _writable(self, info):
        if info.filename in self.NameToInfo:
            import warnings

            warnings.warn(f"Duplicate name: {info.filename!r}", stacklevel=3)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        _known(info.compress_type)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        data = b""
        if not info.is_dir():
            info.compress_type = self.compression if compress_type is None else compress_type
            info.compress_level = self.compresslevel if compresslevel is None else compresslevel
            with open(filename, "rb") as f:
                data = f.read()
        self._writable(info)
        self._add(info, data)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
            info.external_attr = info.external_attr or 0o600 << 16
        else:
            info = self._fresh(zinfo_or_arcname)
            if info.is_dir():
                info.external_attr = 0o40775 << 16 | 16
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        self._writable(info)
        self._add(info, bytes(data))

    def mkdir(self, zinfo_or_directory_name, mode=511):
        info = zinfo_or_directory_name
        if not isinstance(info, ZipInfo):
            info = self._fresh(info if info.endswith("/") else info + "/")
            info.compress_type = ZIP_STORED
            info.external_attr = (0o40000 | mode) << 16 | 16
        self._writable(info)
        self._add(info, b"")

    def _add(self, info, data):
        info.file_size, info.CRC, info.header_offset = len(data), zlib.crc32(data), len(self._data)
        raw = data
        if info.compress_type == ZIP_DEFLATED:
            raw = zlib.compress(data, -1 if info.compress_level is None else info.compress_level, -15)
        info.compress_size = len(raw)
        name, info.flag_bits = info._encoded()
        self._data += struct.pack(_LOCAL_SHAPE, _LOCAL, info.extract_version, info.flag_bits, info.compress_type, *info._stamp(),
                                  info.CRC, info.compress_size, info.file_size, len(name), len(info.extra)) + name + info.extra + raw
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self._changed = True

    def close(self):
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before closing the zip.")
        try:
            if self.mode != "r" and self._changed:
                self._finish()
        finally:
            self._over()

    def _finish(self):
        out = bytearray(self._data)
        start = len(out)
        for info in self.filelist:
            name, flags = info._encoded()
            out += struct.pack(_CENTRAL_SHAPE, _CENTRAL, info.create_version, info.create_system, info.extract_version, info.reserved,
                               flags, info.compress_type, *info._stamp(), info.CRC, info.compress_size, info.file_size, len(name),
                               len(info.extra), len(info.comment), 0, info.internal_attr, info.external_attr, info.header_offset)
            out += name + info.extra + info.comment
        n = len(self.filelist)
        out += struct.pack(_END_SHAPE, _END, 0, 0, n, n, len(out) - start, start, len(self._comment)) + self._comment
        if self.mode == "a" or self._own:
            self.fp.seek(0)
            if hasattr(self.fp, "truncate"):
                self.fp.truncate()
        self.fp.write(bytes(out))

    def _over(self):
        fp, self.fp = self.fp, None
        if self._own:
            fp.close()

    def __del__(self):
        if self.fp is not None and self.mode != "r":
            self.close()


def _known(compression):
    if compression in (ZIP_BZIP2, ZIP_LZMA):
        import _machine

        _machine.unsupported(f"zipfile: the compression {_NAMES[compression]} is not supported, ZIP_DEFLATED is")
    if compression not in _NAMES:
        raise NotImplementedError("That compression method is not supported")


class PyZipFile(ZipFile):
    def writepy(self, pathname, basename="", filterfunc=None):
        import _machine

        _machine.unsupported("zipfile.PyZipFile.writepy() is not supported")


class Path:
    """A place in an archive, as pathlib's."""

    def __init__(self, root, at=""):
        self.root = root if isinstance(root, ZipFile) else ZipFile(root)
        self.at = at

    def _names(self):
        names = self.root.namelist()
        have = set(names)
        for name in names:
            while "/" in name.rstrip("/"):
                name = name.rstrip("/").rpartition("/")[0] + "/"
                if name not in have:
                    have.add(name)
                    names.append(name)
        return names

    def _next(self, at):
        return type(self)(self.root, at)

    @property
    def name(self):
        return posixpath.basename(self.at.rstrip("/")) or os.path.basename(self.root.filename or "")

    @property
    def stem(self):
        return posixpath.splitext(self.name)[0]

    @property
    def suffix(self):
        return posixpath.splitext(self.name)[1]

    @property
    def parent(self):
        up = posixpath.dirname(self.at.rstrip("/"))
        return self._next(up + "/" if up else "")

    def open(self, mode="r", *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        if mode[0] == "r" and not self.exists():
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0])
        return stream if "b" in mode else io.TextIOWrapper(stream, *args, **kwargs)

    def read_text(self, encoding=None, *args, **kwargs):
        return self.root.read(self.at).decode(encoding or "utf-8").replace("\r\n", "\n")

    def read_bytes(self):
        return self.root.read(self.at)

    def is_dir(self):
        return not self.at or self.at.endswith("/")

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return not self.at or self.at in self._names()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            if name != self.at and name.startswith(self.at) and "/" not in name[len(self.at):].rstrip("/"):
                yield self._next(name)

    def joinpath(self, *other):
        at = posixpath.join(self.at, *other)
        return self._next(at + "/" if at not in self._names() and at + "/" in self._names() else at)

    __truediv__ = joinpath

    def __str__(self):
        return posixpath.join(self.root.filename or ":zipfile:", self.at)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.root.filename!r}, {self.at!r})"
