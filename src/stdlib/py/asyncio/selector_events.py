"""What loops do with sockets: readers and writers, connections, servers, datagrams."""

import contextvars
import _loop
import _net
import os
import socket

from asyncio import events, protocols, tasks, transports
from asyncio.futures import _set_result_unless_cancelled

_native_select = _loop.EventLoop._select


class _Watch:
    """A callback for a descriptor, and its call that stands in the loop."""

    def __init__(self, callback, args, context):
        self.callback, self.args, self.context = callback, args, context
        self.handle = None
        self.cancelled = False

    def cancel(self):
        self.cancelled = True
        if self.handle is not None:
            self.handle.cancel()


class _Files:
    """The descriptors that a loop watches. In place of its own `_select`."""

    def __init__(self, loop):
        self.loop = loop
        self.watches = ({}, {})
        self.ends = None

    def _list(self):
        self.ends, self.always = {}, []
        for way, watches in enumerate(self.watches):
            for fd, watch in watches.items():
                k = _net.kernel.get(fd)
                end = fd if k is None else k.writers() if way else k.readers(fd)
                if end is None:
                    self.always.append(watch)
                else:
                    self.ends.setdefault(end, []).append(watch)
        self.asked = list(self.ends)

    def __call__(self, now=None):
        loop = self.loop
        if self.ends is None:
            self._list()
        # What is certain to be ready comes in this turn, which then does not wait.
        for watch in self.always:
            watch.handle = loop.call_soon(watch.callback, *watch.args, context=watch.context)
        letters = []
        for letter in _native_select(loop, now, self.asked):
            if type(letter) is int:
                for watch in self.ends[letter]:
                    watch.handle = loop.call_soon(watch.callback, *watch.args, context=watch.context)
            else:
                letters.append(letter)
        return letters


def _files(loop):
    files = getattr(loop, "_files", None)
    if files is None:
        loop._files = loop._select = files = _Files(loop)
        loop._by_hand()
    return files


def _add(loop, way, fd, callback, args):
    loop._check_closed()
    fd = _fileno(fd)
    files = _files(loop)
    old = files.watches[way].get(fd)
    if old is not None:
        old.cancel()
    watch = files.watches[way][fd] = _Watch(callback, args, contextvars.copy_context())
    files.ends = None
    return watch


def _remove(loop, way, fd):
    if loop.is_closed():
        return False
    files = _files(loop)
    watch = files.watches[way].pop(_fileno(fd), None)
    if watch is None:
        return False
    watch.cancel()
    files.ends = None
    return True


def _fileno(fd):
    if isinstance(fd, int):
        return fd
    try:
        fd = int(fd.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f"Invalid file object: {fd!r}") from None
    if fd < 0:
        raise ValueError(f"Invalid file descriptor: {fd}")
    return fd


_transports = {}


def _ensure_fd_no_transport(loop, fd):
    transport = _transports.get((id(loop), _fileno(fd)))
    if transport and not transport.is_closing():
        raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")


def add_reader(loop, fd, callback, *args):
    _ensure_fd_no_transport(loop, fd)
    _add(loop, 0, fd, callback, args)


def remove_reader(loop, fd):
    _ensure_fd_no_transport(loop, fd)
    return _remove(loop, 0, fd)


def add_writer(loop, fd, callback, *args):
    _ensure_fd_no_transport(loop, fd)
    _add(loop, 1, fd, callback, args)


def remove_writer(loop, fd):
    _ensure_fd_no_transport(loop, fd)
    return _remove(loop, 1, fd)


# Operations on sockets of the program.


async def _until_done(loop, way, sock, attempt, *args):
    """Tries now; when that would block, each time the descriptor is ready."""
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")
    try:
        return attempt(*args)
    except (BlockingIOError, InterruptedError):
        pass
    future = loop.create_future("socket")
    fd = sock.fileno()
    _ensure_fd_no_transport(loop, fd)

    def ready():
        if future.done():
            return
        try:
            result = attempt(*args)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            future.set_exception(exc)
        else:
            future.set_result(result)

    watch = _add(loop, way, fd, ready, ())
    future.add_done_callback(lambda _: watch.cancelled or _remove(loop, way, fd))
    return await future


async def sock_recv(loop, sock, n):
    return await _until_done(loop, 0, sock, sock.recv, n)


async def sock_recv_into(loop, sock, buf):
    return await _until_done(loop, 0, sock, sock.recv_into, buf)


async def sock_recvfrom(loop, sock, bufsize):
    return await _until_done(loop, 0, sock, sock.recvfrom, bufsize)


async def sock_recvfrom_into(loop, sock, buf, nbytes=0):
    return await _until_done(loop, 0, sock, sock.recvfrom_into, buf, nbytes or len(buf))


async def sock_sendto(loop, sock, data, address):
    return await _until_done(loop, 1, sock, sock.sendto, data, address)


async def sock_accept(loop, sock):
    def accept():
        conn, address = sock.accept()
        conn.setblocking(False)
        return conn, address

    return await _until_done(loop, 0, sock, accept)


async def sock_sendall(loop, sock, data):
    view, sent = bytes(data), 0

    def push():
        nonlocal sent
        sent += sock.send(view[sent:])
        if sent < len(view):
            raise BlockingIOError

    if view:
        await _until_done(loop, 1, sock, push)


async def sock_connect(loop, sock, address):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        infos = await _ensure_resolved(loop, address, family=sock.family, type=sock.type, proto=sock.proto)
        address = infos[0][4]
    begun = False

    def attempt():
        nonlocal begun
        if not begun:
            begun = True
            sock.connect(address)
            return
        errno = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if errno:
            raise OSError(errno, f"Connect call failed {address}")

    await _until_done(loop, 1, sock, attempt)


async def sock_sendfile(loop, sock, file, offset=0, count=None, *, fallback=None):
    file.seek(offset)
    total = 0
    while count is None or total < count:
        data = file.read(16384 if count is None else min(16384, count - total))
        if not data:
            break
        await sock_sendall(loop, sock, data)
        total += len(data)
    return total


# Names.


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


async def _ensure_resolved(loop, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0):
    host, port = address[:2]
    if host and isinstance(host, str) and _net.is_ip(host) and isinstance(port, int):
        return socket.getaddrinfo(host, port, family, type, proto, flags)
    return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


