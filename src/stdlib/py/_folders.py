"""What `os` does with files and folders."""

import _files
import posixpath as path
import sys

_TEXTS = {
    1: "Operation not permitted", 2: "No such file or directory", 9: "Bad file descriptor", 13: "Permission denied",
    17: "File exists", 20: "Not a directory", 21: "Is a directory", 22: "Invalid argument", 24: "Too many open files",
    28: "No space left on device", 29: "Illegal seek", 39: "Directory not empty",
    40: "Too many levels of symbolic links",
}
name_max = 255


def _text(path):
    if type(path) is not str:
        path = sys.modules["os"].fspath(path)
        if isinstance(path, bytes):
            path = path.decode()
    if "\0" in path:
        raise ValueError("embedded null byte")
    return path


def _failed(errno, *names):
    if len(names) > 1:
        return OSError(errno, _TEXTS.get(errno, "Error"), names[0], None, names[1])
    return OSError(errno, _TEXTS.get(errno, "Error"), *names)


def _call(op, path, *args):
    path = _text(path)
    answer = _files.call(op, path, *args)
    if type(answer) is int and answer < 0:
        raise _failed(-answer, path)
    return answer


def _call2(op, a, b):
    a, b = _text(a), _text(b)
    answer = _files.call(op, a, b)
    if answer < 0:
        raise _failed(-answer, a, b)


def _on(op, fd, *args):
    answer = _files.call(op, fd, *args)
    if type(answer) is int and answer < 0:
        raise _failed(-answer)
    return answer


def open(path, flags, mode=0o777):
    return _call("open", path, "", flags, mode)


def close(fd):
    _files.forget(fd)
    _on("close", fd)


def closerange(low, high, /):
    for fd in range(low, high):
        try:
            close(fd)
        except OSError:
            pass


def read(fd, n, /):
    if fd == 0:
        line = sys.stdin.readline()
        return line.encode()
    data = _on("read", fd, "", n)
    return b"" if data is None else data


def write(fd, data, /):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    data = bytes(data)
    _on("write", fd, "", 0, 0, data)
    return len(data)


def lseek(fd, offset, whence, /):
    return _on("seek", fd, "", offset, whence)


def ftruncate(fd, size, /):
    _on("truncate", fd, "", size)


def truncate(path, length):
    if isinstance(path, int):
        return ftruncate(path, length)
    _call("truncate", path, "", length)


def fsync(fd):
    if not isinstance(fd, int):
        fd = fd.fileno()
    if fd > 2:
        _on("stat", fd, "", -1)


fdatasync = fsync


def sync():
    pass


def dup(fd, /):
    return _on("dup", fd, "", -1)


def dup2(fd, fd2, inheritable=True):
    if fd2 < 3:
        _machine_unsupported("os.dup2() onto a standard stream is not supported: assign sys.stdout instead")
    _on("dup", fd, "", fd2)
    return fd2


def _machine_unsupported(text):
    import _machine

    _machine.unsupported(text)


def pipe():
    import _process

    return _process.pipe()


def fdopen(fd, *args, **options):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io

    return io._open(fd, *args, **options)


def get_inheritable(fd, /):
    return False


def set_inheritable(fd, inheritable, /):
    pass


def set_blocking(fd, blocking, /):
    pass


def get_blocking(fd, /):
    return True


class stat_result(tuple):
    n_sequence_fields = 10
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._times[0] / 1e9)
    st_mtime = property(lambda self: self._times[1] / 1e9)
    st_ctime = property(lambda self: self._times[2] / 1e9)
    st_atime_ns = property(lambda self: self._times[0])
    st_mtime_ns = property(lambda self: self._times[1])
    st_ctime_ns = property(lambda self: self._times[2])
    st_blksize = 4096
    st_blocks = property(lambda self: (self[6] + 4095) // 4096 * 8)
    st_rdev = 0

    def __repr__(self):
        names = ("mode", "ino", "dev", "nlink", "uid", "gid", "size", "atime", "mtime", "ctime")
        return "os.stat_result(" + ", ".join([f"st_{n}={v}" for n, v in zip(names, self)]) + ")"


stat_result.__module__ = "os"


def _result(facts):
    mode, ino, links, size, accessed, modified, changed, own = facts
    user = 1000 if own else 0
    seconds = [t // 1000000000 for t in (accessed, modified, changed)]
    out = stat_result((mode, ino, 65024, links, user, user, size, *seconds))
    out._times = (accessed, modified, changed)
    return out


def _stat(path, shown, follow=1):
    """The raw facts of a path, or of a descriptor."""
    if isinstance(path, int):
        return _on("stat", path, "", -1)
    try:
        path = _text(path)
    except TypeError:
        kind = type(path).__name__
        raise TypeError(f"stat: path should be string, bytes, os.PathLike or integer, not {kind}") from None
    answer = _files.call("stat", path, "", follow)
    if type(answer) is int:
        raise _failed(-answer, path)
    return answer


def stat(path, *, follow_symlinks=True):
    return _result(_stat(path, path, 1 if follow_symlinks else 0))


def lstat(path):
    return _result(_stat(path, path, 0))


def fstat(fd):
    return _result(_on("stat", fd, "", -1))


def access(path, mode, *, effective_ids=False, follow_symlinks=True):
    try:
        facts = _stat(path, path)
    except OSError:
        return False
    return all(facts[0] & bit << 6 and (facts[7] or bit != 2) for bit in (1, 2, 4) if mode & bit)


def listdir(path=None):
    names = [name for name, kind in _call("list", "." if path is None else path)]
    return [n.encode() for n in names] if isinstance(path, bytes) else names


class DirEntry:
    def __init__(self, folder, name, kind):
        self.name = name
        self.path = path.join(folder, name)
        self._kind = kind

    def _mode(self, follow):
        if self._kind == "l" and follow:
            try:
                return _stat(self.path, self.path)[0] & 0o170000
            except OSError:
                return 0
        return {"f": 0o100000, "d": 0o040000, "l": 0o120000}[self._kind]

    def is_file(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o100000

    def is_dir(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o040000

    def is_symlink(self):
        return self._kind == "l"

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, folder):
        shown = "." if folder is None else _text(folder)
        prefix = "." if folder is None else shown
        self._entries = iter([DirEntry(prefix, n, k) for n, k in _call("list", shown)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path=None):
    return _Scan(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = sys.modules["os"].fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = [e.name for e in entries if e.is_dir()]
    files = [e.name for e in entries if not e.is_dir()]
    links = {e.name for e in entries if e.is_symlink()}
    if topdown:
        yield top, dirs, files
    for name in dirs:
        if followlinks or name not in links:
            yield from walk(path.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def mkdir(path, mode=0o777):
    _call("mkdir", path, "", mode)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == ".":
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def rmdir(path):
    _call("rmdir", path)


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name.rstrip("/"))
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def remove(path):
    _call("remove", path)


def unlink(path):
    _call("remove", path)


def rename(src, dst):
    _call2("rename", src, dst)


def replace(src, dst):
    _call2("rename", src, dst)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def link(src, dst, *, follow_symlinks=True):
    _call2("link", src, dst)


def symlink(src, dst, target_is_directory=False):
    _call2("symlink", src, dst)


def readlink(path):
    return _call("readlink", path)


def chmod(path, mode, *, follow_symlinks=True):
    _call("chmod", path, "", mode)


def chown(path, uid, gid, *, follow_symlinks=True):
    _stat(path, path)


def umask(mask, /):
    return 0o22


def utime(path, times=None, *, ns=None, follow_symlinks=True):
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        ns = [int(t * 1000000000) for t in times]
    accessed, modified = (-1, -1) if ns is None else ns
    _call("utime", path, "", accessed, modified)


def getcwd():
    return _files.call("getcwd", "")


def getcwdb():
    return getcwd().encode()


def chdir(path):
    _call("chdir", path)


__all__ = [n for n in globals() if n[0] != "_" and n not in ("path", "sys", "name_max")]
