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


# Transports.


class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
    max_size = 256 * 1024

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra["socket"] = sock
        try:
            self._extra["sockname"] = sock.getsockname()
        except OSError:
            self._extra["sockname"] = None
        if "peername" not in self._extra:
            try:
                self._extra["peername"] = sock.getpeername()
            except OSError:
                self._extra["peername"] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._size = 0
        self._buffer = []
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        self._eof = False
        if server is not None:
            server._attach(self)
        _transports[id(loop), self._sock_fd] = self

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        info.append(f"fd={self._sock_fd}")
        if self._loop is not None and not self._loop.is_closed():
            reads, writes = _files(self._loop).watches
            info.append(f"read={'polling' if self._sock_fd in reads else 'idle'}")
            state = "polling" if self._sock_fd in writes else "idle"
            info.append(f"write=<{state}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(info)}>"

    def abort(self):
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self.is_closing() and not self._paused

    def pause_reading(self):
        if not self.is_reading():
            return
        self._paused = True
        _remove(self._loop, 0, self._sock_fd)

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._add_reader()

    def _add_reader(self):
        if self.is_reading():
            _add(self._loop, 0, self._sock_fd, self._read_ready, ())

    def close(self):
        if self._closing:
            return
        self._closing = True
        _remove(self._loop, 0, self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            _remove(self._loop, 1, self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, exc, message="Fatal error on transport"):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({"message": message, "exception": exc, "transport": self, "protocol": self._protocol})
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._size = 0
            _remove(self._loop, 1, self._sock_fd)
        if not self._closing:
            self._closing = True
            _remove(self._loop, 0, self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            _transports.pop((id(self._loop), self._sock_fd), None)
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)

    def get_write_buffer_size(self):
        return self._size

    def _checked(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        return bytes(data)


class _SelectorSocketTransport(_SelectorTransport):
    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._empty_waiter = None
        super().__init__(loop, sock, protocol, extra, server)
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        self._buffered = isinstance(protocol, protocols.BufferedProtocol)
        super().set_protocol(protocol)

    def _read_ready(self):
        if self._conn_lost:
            return
        buffer = None
        try:
            if self._buffered:
                buffer = self._protocol.get_buffer(-1)
                if not len(buffer):
                    raise RuntimeError("get_buffer() returned an empty buffer")
            data = self._sock.recv(self.max_size if buffer is None else len(buffer))
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal read error on socket transport")
            return
        if not data:
            return self._read_eof()
        try:
            if buffer is not None:
                buffer[: len(data)] = data
                self._protocol.buffer_updated(len(data))
            else:
                self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, f"Fatal error: protocol.{'buffer_updated' if buffer is not None else 'data_received'}() call failed.")

    def _read_eof(self):
        try:
            keep_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal error: protocol.eof_received() call failed.")
            return
        if keep_open:
            _remove(self._loop, 0, self._sock_fd)
        else:
            self.close()

    def write(self, data):
        data = self._checked(data)
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data:
            return
        if self._conn_lost:
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                n = self._sock.send(data)
            except (BlockingIOError, InterruptedError):
                n = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, "Fatal write error on socket transport")
                return
            if n == len(data):
                return
            data = memoryview(data)[n:]
            _add(self._loop, 1, self._sock_fd, self._write_ready, ())
        self._buffer.append(data)
        self._size += len(data)
        self._maybe_pause_protocol()

    def writelines(self, list_of_data):
        self.write(b"".join(bytes(data) for data in list_of_data))

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            while self._buffer:
                n = self._sock.send(self._buffer[0])
                self._size -= n
                if n < len(self._buffer[0]):
                    self._buffer[0] = memoryview(self._buffer[0])[n:]
                    break
                del self._buffer[0]
        except (BlockingIOError, InterruptedError):
            pass
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            _remove(self._loop, 1, self._sock_fd)
            self._buffer.clear()
            self._size = 0
            self._fatal_error(exc, "Fatal write error on socket transport")
            return
        self._maybe_resume_protocol()
        if not self._buffer:
            _remove(self._loop, 1, self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal read error on datagram transport")
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        data = self._checked(data)
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
        if self._conn_lost and self._address:
            self._conn_lost += 1
            return
        try:
            if self._extra["peername"]:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except OSError as exc:
            self._protocol.error_received(exc)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, "Fatal write error on datagram transport")


# Connections and servers.


def _security(ssl, sock):
    """Encryption is simulated: what goes over the line is plain."""
    if ssl:
        import ssl as module

        context = module.create_default_context() if ssl is True else ssl
        return {"sslcontext": context, "ssl_object": sock, "cipher": ("TLS_AES_256_GCM_SHA384", "TLSv1.3", 256), "peercert": {}}
    return {}


async def _transport_of(loop, sock, factory, ssl):
    sock.setblocking(False)
    protocol = factory()
    waiter = loop.create_future("connection")
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter, _security(ssl, sock))
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def _connected(loop, exceptions, info, local_infos):
    family, kind, proto, _, address = info
    mine = []
    exceptions.append(mine)
    sock = None
    try:
        sock = socket.socket(family, kind, proto)
        sock.setblocking(False)
        if local_infos is not None:
            for *_, laddr in local_infos:
                try:
                    sock.bind(laddr)
                    break
                except OSError as exc:
                    text = f"error while attempting to bind on address {laddr!r}: {str(exc).lower()}"
                    mine.append(OSError(exc.errno, text))
            else:
                raise mine.pop()
        await loop.sock_connect(sock, address)
        return sock
    except OSError as exc:
        mine.append(exc)
        if sock is not None:
            sock.close()
        raise
    except:
        if sock is not None:
            sock.close()
        raise


async def create_connection(
    loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None,
    server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None,
    interleave=None, all_errors=False
):
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        infos = await _ensure_resolved(loop, (host, port), family=family, proto=proto, flags=flags)
        if not infos:
            raise OSError("getaddrinfo() returned empty list")
        local_infos = None
        if local_addr is not None:
            local_infos = await _ensure_resolved(loop, local_addr, family=family, proto=proto, flags=flags)
        exceptions = []
        for info in infos:
            try:
                sock = await _connected(loop, exceptions, info, local_infos)
                break
            except OSError:
                continue
        if sock is None:
            exceptions = [exc for sub in exceptions for exc in sub]
            try:
                if all_errors:
                    raise ExceptionGroup("create_connection failed", exceptions)
                model = str(exceptions[0])
                if all(str(exc) == model for exc in exceptions):
                    raise exceptions[0]
                raise OSError(f"Multiple exceptions: {', '.join(str(exc) for exc in exceptions)}")
            finally:
                exceptions = None
    else:
        if sock is None:
            raise ValueError("host and port was not specified and no sock specified")
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    return await _transport_of(loop, sock, protocol_factory, ssl)


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None, **timeouts):
    if path is not None:
        sock = socket.socket(socket.AF_UNIX)
        try:
            sock.setblocking(False)
            await loop.sock_connect(sock, str(path))
        except:
            sock.close()
            raise
    elif sock is None:
        raise ValueError("no path and sock were specified")
    return await _transport_of(loop, sock, protocol_factory, ssl)


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, **timeouts):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    return await _transport_of(loop, sock, protocol_factory, ssl)


class Server(events.AbstractServer):
    _path = None

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog):
        self._loop = loop
        self._sockets = sockets
        self._clients = {}
        self._waiters = []
        self._factory = protocol_factory
        self._backlog = backlog
        self._ssl = ssl_context
        self._serving = False
        self._forever = None

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    def _attach(self, transport):
        self._clients[transport] = None

    def _detach(self, transport):
        self._clients.pop(transport, None)
        if not self._clients and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            _add(self._loop, 0, sock, self._accept, (sock,))

    def _accept(self, sock):
        for _ in range(self._backlog + 1):
            try:
                conn, address = sock.accept()
                conn.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            self._loop.create_task(self._accepted(conn, address))

    async def _accepted(self, conn, address):
        protocol = transport = None
        try:
            protocol = self._factory()
            waiter = self._loop.create_future("connection")
            extra = _security(self._ssl, conn) | {"peername": address}
            transport = _SelectorSocketTransport(self._loop, conn, protocol, waiter, extra, self)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if self._loop.get_debug():
                context = {"message": "Error on transport creation for incoming connection", "exception": exc}
                if protocol is not None:
                    context["protocol"] = protocol
                if transport is not None:
                    context["transport"] = transport
                self._loop.call_exception_handler(context)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        if self._path and os.path.exists(self._path):
            os.remove(self._path)
        for sock in sockets:
            _remove(self._loop, 0, sock)
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if not self._clients:
            self._wakeup()

    def close_clients(self):
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        for transport in list(self._clients):
            transport.abort()

    async def start_serving(self):
        self._start_serving()
        await tasks.sleep(0)

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._forever = self._loop.create_future("serve_forever")
        try:
            await self._forever
        except events.exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._forever = None

    async def wait_closed(self):
        if self._waiters is None:
            return
        waiter = self._loop.create_future("server")
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


async def _serving(server, start):
    if start:
        server._start_serving()
        await tasks.sleep(0)
    return server


async def create_server(
    loop, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC, flags=socket.AI_PASSIVE, sock=None,
    backlog=100, ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
    ssl_shutdown_timeout=None, start_serving=True
):
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        hosts = [None] if host == "" or host is None else [host] if isinstance(host, str) else list(host)
        infos = []
        for one in hosts:
            for info in await _ensure_resolved(loop, (one, port), family=family, flags=flags):
                if info not in infos:
                    infos.append(info)
        sockets = []
        done = False
        try:
            for kind, type, proto, _, address in infos:
                sock = socket.socket(kind, type, proto)
                sockets.append(sock)
                if reuse_address in (None, True):
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
                try:
                    sock.bind(address)
                except OSError as err:
                    text = f"error while attempting to bind on address {address!r}: {str(err).lower()}"
                    raise OSError(err.errno, text) from None
            done = True
        finally:
            if not done:
                for sock in sockets:
                    sock.close()
    else:
        if sock is None:
            raise ValueError("Neither host/port nor sock were specified")
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        sockets = [sock]
    for sock in sockets:
        sock.setblocking(False)
    return await _serving(Server(loop, sockets, protocol_factory, ssl, backlog), start_serving)


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None, start_serving=True, cleanup_socket=True, **timeouts):
    if path is not None:
        sock = socket.socket(socket.AF_UNIX)
        try:
            # A file of nobody's socket is in the way.
            if os.path.exists(path) and os.path.getsize(path) == 0 and sock.connect_ex(str(path)) == 111:
                os.remove(path)
            sock.bind(str(path))
        except:
            sock.close()
            raise
    elif sock is None:
        raise ValueError("path was not specified, and no sock specified")
    sock.setblocking(False)
    server = Server(loop, [sock], protocol_factory, ssl, backlog)
    server._path = sock.getsockname() if cleanup_socket else None
    return await _serving(server, start_serving)


async def create_datagram_endpoint(
    loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None,
    allow_broadcast=None, sock=None
):
    if sock is None:
        if not (local_addr or remote_addr):
            if not family:
                raise ValueError("unexpected address family")
        places = []
        for address in (local_addr, remote_addr):
            if address is None:
                places.append(None)
                continue
            if not (isinstance(address, tuple) and len(address) == 2):
                raise TypeError("2-tuple is expected")
            infos = await _ensure_resolved(loop, address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
            family = infos[0][0]
            places.append(infos[0][4])
        sock = socket.socket(family, socket.SOCK_DGRAM)
        try:
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if places[0] is not None:
                sock.bind(places[0])
            if places[1] is not None:
                await loop.sock_connect(sock, places[1])
        except:
            sock.close()
            raise
        remote = places[1]
    else:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f"A datagram socket was expected, got {sock!r}")
        sock.setblocking(False)
        remote = None
    protocol = protocol_factory()
    waiter = loop.create_future("datagrams")
    transport = _SelectorDatagramTransport(loop, sock, protocol, remote, waiter)
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport, protocol


async def start_tls(loop, transport, protocol, sslcontext, **options):
    transport._extra.update(_security(sslcontext, transport.get_extra_info("socket")))
    return transport


def _refused(name):
    def refused(loop, *args, **options):
        _loop.unsupported(f"loop.{name}() is not supported; use asyncio.create_subprocess_exec, or streams over sockets")

    return refused


for _name in "subprocess_exec", "subprocess_shell", "connect_read_pipe", "connect_write_pipe":
    globals()[_name] = _refused(_name)
