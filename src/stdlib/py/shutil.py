"""Copying, moving and removing whole files and trees."""

import _machine
import collections
import fnmatch
import os
import stat


class Error(OSError):
    pass


class SameFileError(Error):
    pass


class SpecialFileError(OSError):
    pass


class ReadError(OSError):
    pass


COPY_BUFSIZE = 64 * 1024


def copyfileobj(fsrc, fdst, length=0):
    while data := fsrc.read(length or COPY_BUFSIZE):
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    if os.path.exists(src) and os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        with open(dst, "wb") as fdst:
            copyfileobj(fsrc, fdst)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    facts = os.stat(src)
    os.utime(dst, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(facts.st_mode))


def _target(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _target(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst)
    return dst


def ignore_patterns(*patterns):
    def _ignore_patterns(path, names):
        ignored = []
        for pattern in patterns:
            ignored.extend(fnmatch.filter(names, pattern))
        return set(ignored)

    return _ignore_patterns


def copytree(
    src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False
):
    with os.scandir(src) as entries:
        entries = list(entries)
    ignored = ignore(os.fspath(src), [e.name for e in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in ignored:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(source), target)
            elif entry.is_dir():
                copytree(source, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as err:
            errors.extend(err.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    copystat(src, dst)
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None):
    def failed(function, path, err):
        if onexc is not None:
            onexc(function, path, err)
        elif onerror is not None:
            onerror(function, path, (type(err), err, err.__traceback__))
        elif not ignore_errors:
            raise err

    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
        with os.scandir(path) as entries:
            entries = list(entries)
    except OSError as err:
        failed(os.scandir if isinstance(err, NotADirectoryError) else os.lstat, path, err)
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            rmtree(entry.path, ignore_errors, onerror, onexc=onexc)
        else:
            try:
                os.unlink(entry.path)
            except OSError as err:
                failed(os.unlink, entry.path, err)
    try:
        os.rmdir(path)
    except OSError as err:
        failed(os.rmdir, path, err)


rmtree.avoids_symlink_attacks = True


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        if os.path.exists(src) and os.path.samefile(src, dst):
            os.rename(src, dst)
            return
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip("/")))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError as e:
        if e.errno == 22:
            raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.") from None
        raise
    return real


_usage = collections.namedtuple("usage", "total used free")
_usage.__module__ = "shutil"


def disk_usage(path):
    os.stat(path)
    return _usage(268435456, 67108864, 201326592)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    import subprocess

    cmd = os.fspath(cmd)
    if os.path.dirname(cmd):
        return cmd if os.access(cmd, mode) else None
    folders = os.environ.get("PATH", os.defpath) if path is None else os.fsdecode(path)
    for folder in folders.split(os.pathsep):
        own = os.path.join(folder, cmd)
        if folder == "/usr/bin" and cmd in subprocess._COMMANDS or os.path.isfile(own) and os.access(own, mode):
            return own
    return None


def get_terminal_size(fallback=(80, 24)):
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0

    columns, lines = number("COLUMNS"), number("LINES")
    return os.terminal_size((columns or fallback[0], lines or fallback[1]))


def chown(path, user=None, group=None, *, follow_symlinks=True):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    for what, name in (("user", user), ("group", group)):
        if isinstance(name, str) and name not in ("root", "user"):
            raise LookupError(f"no such {what}: {name!r}")
    os.stat(path)


def make_archive(base_name, format, root_dir=None, base_dir=None, **options):
    if format not in [name for name, _, _ in _FORMATS]:
        raise ValueError(f"unknown archive format {format!r}")
    if format in ("bztar", "xztar"):
        _machine.unsupported(f"shutil.make_archive(): the format {format} is not supported, zip, tar and gztar are")
    base_name = os.path.abspath(os.fspath(base_name))
    was = os.getcwd()
    if root_dir is not None:
        # Named as the system call does that CPython makes.
        if not os.path.isdir(root_dir):
            os.stat(root_dir)
            raise NotADirectoryError(20, "Not a directory", root_dir)
        os.chdir(root_dir)
    base_dir = os.curdir if base_dir is None else base_dir
    out = base_name + {"zip": ".zip", "tar": ".tar", "gztar": ".tar.gz"}[format]
    try:
        os.makedirs(os.path.dirname(out), exist_ok=True)
        if format == "zip":
            import zipfile

            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
                if os.path.normpath(base_dir) != os.curdir:
                    z.write(base_dir, os.path.normpath(base_dir))
                for folder, folders, files in os.walk(base_dir):
                    for name in sorted(folders):
                        z.write(os.path.normpath(os.path.join(folder, name)))
                    for name in files:
                        path = os.path.normpath(os.path.join(folder, name))
                        if os.path.isfile(path) and os.path.abspath(path) != out:
                            z.write(path)
        else:
            import tarfile

            with tarfile.open(out, "w:gz" if format == "gztar" else "w") as t:
                t.add(base_dir)
    finally:
        if root_dir is not None:
            os.chdir(was)
    return out


def unpack_archive(filename, extract_dir=None, format=None, **options):
    filename = os.fspath(filename)
    extract_dir = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    if format is None:
        found = [name for name, ends, _ in _FORMATS for end in ends if filename.endswith(end)]
        if not found:
            raise ReadError(f"Unknown archive format '{filename}'")
        format = found[0]
    if format == "zip":
        import zipfile

        if not zipfile.is_zipfile(filename):
            raise ReadError(f"{filename} is not a zip file")
        with zipfile.ZipFile(filename) as z:
            z.extractall(extract_dir)
    elif format in ("tar", "gztar"):
        import tarfile

        with tarfile.open(filename) as t:
            t.extractall(extract_dir, filter=options.get("filter"))
    else:
        raise ValueError(f"Unknown unpack format '{format}'")


_FORMATS = (("bztar", [".tar.bz2", ".tbz2"], "bzip2'ed tar-file"), ("gztar", [".tar.gz", ".tgz"], "gzip'ed tar-file"),
            ("tar", [".tar"], "uncompressed tar file"), ("xztar", [".tar.xz", ".txz"], "xz'ed tar-file"), ("zip", [".zip"], "ZIP file"))


def get_archive_formats():
    return [(name, text) for name, _, text in _FORMATS]


def get_unpack_formats():
    return [(name, list(ends), text) for name, ends, text in _FORMATS]
