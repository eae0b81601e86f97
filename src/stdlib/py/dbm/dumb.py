"""A dictionary of bytes in two plain files: NAME.dat holds the values, NAME.dir says where."""

import ast
import collections.abc
import os

__all__ = ["error", "open"]
_BLOCK = 512
error = OSError
_open = open


class _Database(collections.abc.MutableMapping):
    def __init__(self, filebasename, mode, flag="c"):
        self._readonly = flag == "r"
        self._dir, self._dat = filebasename + ".dir", filebasename + ".dat"
        self._index, self._changed = {}, False
        if flag == "n" or flag != "r" and not os.path.exists(self._dat):
            _open(self._dat, "wb").close()
            self._changed = True
        elif not os.path.exists(self._dat):
            raise FileNotFoundError(2, "No such file or directory", self._dat)
        if flag != "n" and os.path.exists(self._dir):
            with _open(self._dir, encoding="Latin-1") as f:
                for line in f:
                    key, at = ast.literal_eval(line.rstrip())
                    self._index[key.encode("Latin-1")] = at
        self.sync()

    def _check(self):
        if self._index is None:
            raise error("DBM object has already been closed")

    def sync(self):
        if self._index is None or not self._changed or self._readonly:
            return
        with _open(self._dir, "w", encoding="Latin-1") as f:
            for key, at in self._index.items():
                f.write(f"{key.decode('Latin-1')!r}, {at!r}\n")
        self._changed = False

    _commit = sync

    def __getitem__(self, key):
        self._check()
        at, size = self._index[_bytes(key)]
        with _open(self._dat, "rb") as f:
            f.seek(at)
            return f.read(size)

    def __setitem__(self, key, value):
        self._check()
        if self._readonly:
            raise error("The database is opened for reading only")
        key, value = _bytes(key), _bytes(value, "values")
        at, size = self._index.get(key, (None, 0))
        with _open(self._dat, "rb+") as f:
            if at is None or (len(value) + _BLOCK - 1) // _BLOCK > (size + _BLOCK - 1) // _BLOCK:
                end = f.seek(0, 2)
                at = (end + _BLOCK - 1) // _BLOCK * _BLOCK
                f.write(bytes(at - end))
            f.seek(at)
            f.write(value)
        self._index[key] = at, len(value)
        self._changed = True

    def __delitem__(self, key):
        self._check()
        if self._readonly:
            raise error("The database is opened for reading only")
        del self._index[_bytes(key)]
        self._changed = True
        self.sync()

    def keys(self):
        self._check()
        return list(self._index)

    def items(self):
        self._check()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        self._check()
        return _bytes(key) in self._index

    def iterkeys(self):
        self._check()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._check()
        return len(self._index)

    def close(self):
        self.sync()
        self._index = None

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def _bytes(v, what="keys"):
    if isinstance(v, str):
        return v.encode("utf-8")
    if not isinstance(v, (bytes, bytearray)):
        raise TypeError(f"{what} must be bytes or strings")
    return bytes(v)


def open(file, flag="c", mode=0o666):
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(os.fspath(file), mode, flag)
