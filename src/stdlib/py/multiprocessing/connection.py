"""Ends of pipes."""

import _process
import os
import _parcel as pickle

from multiprocessing.reduction import ForkingPickler as _ForkingPickler


class Connection:
    """One end of a pipe; messages are whole."""

    def __init__(self, handle, readable=True, writable=True):
        self._read, self._write = handle
        self._readable = readable
        self._writable = writable
        self._open = True

    def _check_closed(self):
        if not self._open:
            raise OSError("handle is closed")  #@ 137

    def _check_readable(self):
        if not self._readable:
            raise OSError("connection is write-only")  #@ 141

    def _check_writable(self):
        if not self._writable:
            raise OSError("connection is read-only")  #@ 145

    @property
    def closed(self):
        return not self._open

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writable

    def fileno(self):
        self._check_closed()
        return self._read if self._readable else self._write

    def close(self):
        if self._open:
            self._open = False
            if self._readable:
                _process.close(self._read)
            if self._writable:
                _process.close(self._write)

    def send_bytes(self, buf, offset=0, size=None):
        self._check_closed()
        self._check_writable()
        data = bytes(buf)
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is not None and len(data) < offset + size:
            raise ValueError("buffer length < offset + size")
        self._send_bytes(data[offset:] if size is None else data[offset : offset + size])

    def send(self, obj):
        self._check_closed()
        self._check_writable()
        self._send_bytes(_ForkingPickler.dumps(obj))  #@ 206

    def _send_bytes(self, data):
        _process.send(self._write, data, "pipe")

    def recv_bytes(self, maxlength=None):
        self._check_closed()
        self._check_readable()
        data = self._recv_bytes()
        if maxlength is not None and len(data) > maxlength:
            self.close()
            raise OSError("bad message length")
        return data

    def recv(self):
        self._check_closed()
        self._check_readable()
        buf = self._recv_bytes()  #@ 250
        return pickle.loads(buf)

    def _recv_bytes(self):
        buf = self._recv(4)  #@ 430
        return buf

    def _recv(self, size):
        data = _process.receive(self._read, "pipe")
        if data is None:
            raise EOFError  #@ 399
        return data

    def poll(self, timeout=0.0):
        self._check_closed()
        self._check_readable()
        return bool(_process.poll([self._read], timeout, "pipe"))

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        # Descriptors are inherited: a child made before the pipe does not have it.
        return _rebuild, (os.getpid(), self._read, self._write, self._readable, self._writable)


def _rebuild(pid, read, write, readable, writable):
    connection = Connection((read, write), readable, writable)
    return connection


def Pipe(duplex=True):
    r1, w1 = _process.pipe()
    if not duplex:
        return Connection((r1, -1), writable=False), Connection((-1, w1), readable=False)
    r2, w2 = _process.pipe()
    return Connection((r1, w2)), Connection((r2, w1))


def wait(object_list, timeout=None):
    """Those of the connections and sentinels that are ready."""
    by_fd = {}
    for item in object_list:
        fd = item if isinstance(item, int) else item.fileno()
        by_fd.setdefault(fd, item)
    ready = _process.poll(list(by_fd), timeout, "pipe")
    return [by_fd[fd] for fd in by_fd if fd in ready]


def _no_sockets(*args, **kwargs):
    import _machine

    _machine.unsupported("multiprocessing.connection.Listener and Client are not supported: there are no sockets")


Listener = Client = _no_sockets
