"""TAR archives, plain or gzipped."""

import builtins
import copy as _copy
import io
import os
import stat
import sys
import time

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError", "ExtractError",
           "HeaderError", "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT", "open", "FilterError",
           "AbsolutePathError", "OutsideDestinationError", "fully_trusted_filter", "data_filter", "tar_filter"]
BLOCKSIZE, RECORDSIZE = 512, 10240
REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE = b"0", b"\0", b"1", b"2", b"3", b"4", b"5", b"6"
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT
ENCODING = "utf-8"


class TarError(Exception):
    pass


class ExtractError(TarError):
    pass


class ReadError(TarError):
    pass


class CompressionError(TarError):
    pass


class StreamError(TarError):
    pass


class HeaderError(TarError):
    pass


class FilterError(TarError):
    pass


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f"member {tarinfo.name!r} has an absolute path")


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__(f"{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination")


def fully_trusted_filter(member, dest_path):
    return member


def tar_filter(member, dest_path):
    name = member.name.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(dest_path, name))
    if os.path.commonpath([target, os.path.realpath(dest_path)]) != os.path.realpath(dest_path):
        raise OutsideDestinationError(member, target)
    return member if name == member.name else member.replace(name=name, deep=False)


data_filter = tar_filter
_FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}


class TarInfo:
    """A member."""

    def __init__(self, name=""):
        self.name, self.mode, self.uid, self.gid, self.size, self.mtime = name, 0o644, 0, 0, 0, 0
        self.chksum, self.type, self.linkname, self.uname, self.gname = 0, REGTYPE, "", "", ""
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.pax_headers = {}

    @property
    def path(self):
        return self.name

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r} at {id(self):#x}>"

    def replace(self, *, deep=True, **changes):
        new = _copy.copy(self)
        for name, value in changes.items():
            setattr(new, name, value)
        return new

    def get_info(self):
        name = self.name + "/" if self.isdir() and not self.name.endswith("/") else self.name
        return {"name": name, "mode": self.mode & 0o7777, "uid": self.uid, "gid": self.gid, "size": self.size, "mtime": self.mtime,
                "chksum": self.chksum, "type": self.type, "linkname": self.linkname, "uname": self.uname, "gname": self.gname,
                "devmajor": self.devmajor, "devminor": self.devminor}

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors="surrogateescape"):
        name = self.name + "/" if self.isdir() and not self.name.endswith("/") else self.name
        raw, prefix, before = name.encode(encoding), b"", b""
        if len(raw) > 100:
            # The front of a long name has a field of its own; a longer one comes in a header before.
            cut = raw.rfind(b"/", 0, 156)
            if 0 < cut and len(raw) - cut - 1 <= 100:
                prefix, raw = raw[:cut], raw[cut + 1:]
            else:
                body = raw + b"\0"
                before = self._header(b"././@LongLink", b"", len(body), b"L") + _padded(body)
                raw = raw[:100]
        return before + self._header(raw, prefix, self.size if self.isreg() else 0, self.type)

    def _header(self, name, prefix, size, kind):
        number = lambda n, digits: b"%0*o\0" % (digits - 1, int(n))
        head = (name.ljust(100, b"\0") + number(self.mode & 0o7777, 8) + number(self.uid, 8) + number(self.gid, 8) + number(size, 12)
                + number(self.mtime, 12) + b" " * 8 + kind + self.linkname.encode().ljust(100, b"\0") + b"ustar\x0000"
                + self.uname.encode().ljust(32, b"\0") + self.gname.encode().ljust(32, b"\0") + number(0, 8) + number(0, 8)
                + prefix.ljust(155, b"\0")).ljust(512, b"\0")
        return head[:148] + b"%06o\0 " % sum(head) + head[156:]

    @classmethod
    def frombuf(cls, buf, encoding=ENCODING, errors="surrogateescape"):
        text = lambda a, b: buf[a:b].split(b"\0", 1)[0].decode(encoding)
        number = lambda a, b: int(buf[a:b].strip(b" \0") or b"0", 8)
        try:
            checksum = number(148, 156)
        except ValueError:
            raise HeaderError("invalid header") from None
        if checksum != sum(buf[:148]) + 256 + sum(buf[156:512]):
            raise HeaderError("bad checksum")
        info = cls(text(0, 100))
        info.mode, info.uid, info.gid, info.size, info.mtime = number(100, 108), number(108, 116), number(116, 124), number(124, 136), number(136, 148)
        info.chksum, info.type, info.linkname = checksum, bytes(buf[156:157]), text(157, 257)
        info.uname, info.gname = text(265, 297), text(297, 329)
        prefix = text(345, 500)
        if info.type == AREGTYPE and info.name.endswith("/"):
            info.type = DIRTYPE
        if info.isdir():
            info.name = info.name.rstrip("/")
        if prefix:
            info.name = prefix + "/" + info.name
        return info

    def isreg(self):
        return self.type in (REGTYPE, AREGTYPE)

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


def _padded(data):
    return data + bytes(-len(data) % BLOCKSIZE)


class ExFileObject(io.BytesIO):
    """A member that is read."""

    def __init__(self, data, name):
        super().__init__(data)
        self.name, self.mode = name, "rb"


class TarFile:
    """An archive: read whole when opened, written whole when closed."""

    fileobject = ExFileObject
    tarinfo = TarInfo
    extraction_filter = None

    def __init__(self, name=None, mode="r", fileobj=None, format=None, *, _pack="", **options):
        if mode not in ("r", "a", "w", "x"):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode = self._mode = mode
        self._pack = _pack
        self._own = fileobj is None
        if fileobj is None:
            fileobj = builtins.open(name, {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}[mode])
        self.name = os.path.abspath(name) if name else getattr(fileobj, "name", None)
        self.fileobj, self.format = fileobj, DEFAULT_FORMAT if format is None else format
        self.closed, self.members, self.dereference, self.debug, self.errorlevel = False, [], False, 0, 1
        self.pax_headers = {}
        self._data, self.offset = bytearray(), 0
        if mode in ("r", "a"):
            try:
                self._load(fileobj.read())
            except BaseException:
                if self._own:
                    fileobj.close()
                raise

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **options):
        if not name and not fileobj:
            raise ValueError("nothing to open")
        kind, colon, pack = mode.partition("|" if "|" in mode else ":")
        kind = kind or "r"
        if kind not in ("r", "a", "w", "x"):
            raise ValueError("undiscernible mode")
        if pack in ("bz2", "xz"):
            import _machine

            _machine.unsupported(f"tarfile: the compression {pack} is not supported, gz is")
        if pack not in ("", "*", "gz", "tar"):
            raise CompressionError(f"unknown compression type {pack!r}")
        options.pop("compresslevel", None)
        return cls(name, kind, fileobj, _pack="*" if kind == "r" and pack in ("", "*") and (not colon or pack == "*") else pack, **options)

    taropen = gzopen = open

    def _load(self, data):
        if data[:2] == b"\x1f\x8b" and self._pack in ("*", "gz"):
            import gzip

            data = gzip.decompress(data)
        elif self._pack == "gz":
            raise ReadError("not a gzip file")
        at, longer, pax = 0, None, {}
        while at + BLOCKSIZE <= len(data):
            head = data[at:at + BLOCKSIZE]
            if not any(head):
                break
            try:
                info = self.tarinfo.frombuf(head)
            except HeaderError as e:
                if at == 0:
                    raise ReadError("file could not be opened successfully:\n- method tar: ReadError('" + str(e) + "')"
                                    if self._pack == "*" else str(e)) from None
                break
            info.offset, info.offset_data = at, at + BLOCKSIZE
            body = bytes(data[at + BLOCKSIZE:at + BLOCKSIZE + info.size])
            at += BLOCKSIZE + (info.size + BLOCKSIZE - 1) // BLOCKSIZE * BLOCKSIZE
            if info.type == b"L":
                longer = body.rstrip(b"\0").decode()
                continue
            if info.type in (b"x", b"g"):
                while body:
                    n = int(body.split(b" ", 1)[0])
                    key, _, value = body[:n].split(b" ", 1)[1][:-1].decode().partition("=")
                    pax[key] = value
                    body = body[n:]
                continue
            info.name = longer or pax.get("path", info.name)
            if "mtime" in pax:
                info.mtime = float(pax["mtime"])
            info.pax_headers, longer, pax = pax, None, {}
            self.members.append(info)
        else:
            if not self.members and (data or self.mode == "r"):
                if not data or len(data) < BLOCKSIZE:
                    raise ReadError("file could not be opened successfully:\n- method tar: ReadError('" +
                                    ("empty file" if not data else "truncated header") + "')" if self._pack == "*"
                                    else "empty file" if not data else "truncated header")
        self._data = bytearray(data[:at])

    def _check(self, modes=None):
        if self.closed:
            raise OSError(f"{self.__class__.__name__} is closed")
        if modes is not None and self.mode not in modes:
            raise OSError(f"bad operation for mode {self.mode!r}")

    def getmember(self, name):
        for info in reversed(self.members):
            if info.name == name.rstrip("/"):
                return info
        raise KeyError(f"filename {name!r} not found")

    def getmembers(self):
        self._check()
        return self.members

    def getnames(self):
        return [info.name for info in self.members]

    def next(self):
        self._check("ra")
        self._at = getattr(self, "_at", 0) + 1
        return self.members[self._at - 1] if self._at <= len(self.members) else None

    def __iter__(self):
        return iter(list(self.members))

    def list(self, verbose=True, *, members=None):
        for info in self.members if members is None else members:
            out = ""
            if verbose:
                kind = stat.S_IFDIR if info.isdir() else stat.S_IFREG
                out = "%s %s/%s %10d %d-%02d-%02d %02d:%02d:%02d " % (
                    stat.filemode(kind | info.mode), info.uname or info.uid, info.gname or info.gid, info.size,
                    *time.localtime(info.mtime)[:6])
            print(out + info.name + ("/" if info.isdir() else ""))

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        self._check("awx")
        name = os.fspath(name or fileobj.name)
        info = self.tarinfo((os.fspath(arcname) if arcname is not None else name).replace(os.sep, "/").lstrip("/"))
        st = os.stat(name)
        if stat.S_ISDIR(st.st_mode):
            info.type = DIRTYPE
        elif not stat.S_ISREG(st.st_mode):
            return None
        else:
            info.size = st.st_size
        info.mode, info.uid, info.gid, info.mtime = st.st_mode & 0o7777, st.st_uid, st.st_gid, st.st_mtime
        return info

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        info = self.gettarinfo(name, arcname)
        if info is None:
            return
        if filter is not None:
            info = filter(info)
            if info is None:
                return
        if info.isreg():
            with builtins.open(name, "rb") as f:
                self.addfile(info, f)
            return
        self.addfile(info)
        if recursive:
            arcname = name if arcname is None else arcname
            for f in sorted(os.listdir(name)):
                self.add(os.path.join(name, f), os.path.join(arcname, f), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        self._check("awx")
        if fileobj is None and tarinfo.isreg() and tarinfo.size != 0:
            raise ValueError("fileobj not provided for non zero-size regular file")
        info = _copy.copy(tarinfo)
        info.offset = len(self._data)
        self._data += info.tobuf(self.format)
        info.offset_data = len(self._data)
        if fileobj is not None:
            data = fileobj.read(info.size)
            if len(data) < info.size:
                raise OSError("unexpected end of data")
            self._data += _padded(data)
        self.offset = len(self._data)
        self.members.append(info)

    def extractfile(self, member):
        self._check("r")
        info = self.getmember(member) if isinstance(member, str) else member
        if info.islnk() or info.issym():
            return self.extractfile(info.linkname)
        if not info.isreg():
            return None
        return self.fileobject(bytes(self._data[info.offset_data:info.offset_data + info.size]), info.name)

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        for info in list(self.members if members is None else members):
            self.extract(info, path, filter=filter)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        self._check("r")
        info = self.getmember(member) if isinstance(member, str) else member
        filter = filter if filter is not None else self.extraction_filter
        if filter is None:
            import warnings

            warnings.warn("Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. "
                          "Use the filter argument to control this behavior.", DeprecationWarning, stacklevel=3)
        elif not callable(filter):
            try:
                filter = _FILTERS[filter]
            except KeyError:
                raise ValueError(f"filter {filter!r} not found") from None
        if filter is not None:
            info = filter(info, path)
            if info is None:
                return
        target = os.path.join(path, info.name)
        if info.isdir():
            os.makedirs(target, exist_ok=True)
        elif info.isreg():
            os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
            with builtins.open(target, "wb") as f:
                f.write(self._data[info.offset_data:info.offset_data + info.size])

    def close(self):
        if self.closed:
            return
        self.closed = True
        if self.mode != "r":
            data = bytes(self._data) + bytes(2 * BLOCKSIZE)
            data += bytes(-len(data) % RECORDSIZE)
            if self._pack == "gz":
                import gzip

                data = gzip.compress(data)
            if self.mode == "a":
                self.fileobj.seek(0)
            self.fileobj.write(data)
        if self._own:
            self.fileobj.close()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.close()
        else:
            if self._own:
                self.fileobj.close()
            self.closed = True


def is_tarfile(name):
    try:
        if hasattr(name, "read"):
            at = name.tell()
            TarFile.open(fileobj=name)
            name.seek(at)
        else:
            TarFile.open(name).close()
        return True
    except TarError:
        return False


open = TarFile.open
