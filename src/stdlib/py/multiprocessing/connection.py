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
    if not duplex:
        r1, w1 = _process.pipe()
        return Connection((r1, -1), writable=False), Connection((-1, w1), readable=False)
    # A pair of sockets, of Linux' buffers.
    r1, w1 = _process.pipe(219264)
    r2, w2 = _process.pipe(219264)
    return Connection((r1, w2)), Connection((r2, w1))


def wait(object_list, timeout=None):
    """Those of the connections and sentinels that are ready."""
    by_fd = {}
    for item in object_list:
        fd = item if isinstance(item, int) else item.fileno()
        by_fd.setdefault(fd, item)
    ready = _process.poll(list(by_fd), timeout, "pipe")
    return [by_fd[fd] for fd in by_fd if fd in ready]


class _SocketConnection(Connection):
    """The same over a stream: each message behind its length."""

    def __init__(self, sock):
        self._sock = sock
        self._readable = self._writable = self._open = True

    def fileno(self):
        self._check_closed()
        return self._sock.fileno()

    def close(self):
        if self._open:
            self._open = False
            self._sock.close()

    def _send_bytes(self, data):
        self._sock.sendall(len(data).to_bytes(4, "big") + data)

    def _exactly(self, size):
        data = b""
        while len(data) < size:
            piece = self._sock.recv(size - len(data))
            if not piece:
                if data:
                    raise OSError("got end of file during message")
                raise EOFError
            data += piece
        return data

    def _recv(self, size):
        return self._exactly(int.from_bytes(self._exactly(4), "big"))

    def poll(self, timeout=0.0):
        self._check_closed()
        return bool(_process.poll([self._sock.fileno()], timeout, "recv"))

    def __reduce__(self):
        raise TypeError("cannot pickle a connection over sockets: make it in the process that uses it")


def _digest(key, challenge):
    import hmac

    if not isinstance(key, bytes):
        raise ValueError(f"Authkey must be bytes, not {type(key)!s}")
    return hmac.new(key, challenge, "sha256").digest()


def deliver_challenge(connection, authkey):
    from . import AuthenticationError

    challenge = os.urandom(40)
    connection.send_bytes(b"#CHALLENGE#" + challenge)
    if connection.recv_bytes(256) == _digest(authkey, challenge):
        connection.send_bytes(b"#WELCOME#")
    else:
        connection.send_bytes(b"#FAILURE#")
        raise AuthenticationError("digest received was wrong")


def answer_challenge(connection, authkey):
    from . import AuthenticationError

    message = connection.recv_bytes(256)
    connection.send_bytes(_digest(authkey, message[11:]))
    if connection.recv_bytes(256) != b"#WELCOME#":
        raise AuthenticationError("digest sent was rejected")


def _family(address):
    return "AF_INET" if isinstance(address, tuple) else "AF_UNIX"


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        import socket
        import tempfile

        family = family or (_family(address) if address else "AF_UNIX")
        if not address:
            address = ("localhost", 0) if family == "AF_INET" else tempfile.mktemp(prefix="listener-", dir=tempfile.mkdtemp(prefix="pymp-"))
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            self._socket.listen(backlog)
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()
        self._path = self._address if family == "AF_UNIX" else None
        self._authkey = authkey
        self._last_accepted = None

    def accept(self):
        if self._socket is None:
            raise OSError("listener is closed")
        sock, self._last_accepted = self._socket.accept()
        connection = _SocketConnection(sock)
        if self._authkey is not None:
            deliver_challenge(connection, self._authkey)
            answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        sock, self._socket = self._socket, None
        if sock is not None:
            sock.close()
            if self._path is not None:
                os.unlink(self._path)

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    import socket

    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    sock = socket.socket(getattr(socket, family or _family(address)))
    try:
        sock.connect(address)
    except OSError:
        sock.close()
        raise
    connection = _SocketConnection(sock)
    if authkey is not None:
        answer_challenge(connection, authkey)
        deliver_challenge(connection, authkey)
    return connection
