# Connections, servers and datagrams.


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
    return await _ready(transport, waiter), protocol


async def _ready(transport, waiter):
    try:
        await waiter
    except:
        transport.close()
        raise
    return transport


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
    return await _ready(transport, waiter), protocol


async def start_tls(loop, transport, protocol, sslcontext, **options):
    transport._extra.update(_security(sslcontext, transport.get_extra_info("socket")))
    return transport


def _refused(name):
    def refused(loop, *args, **options):
        _loop.unsupported(f"loop.{name}() is not supported; use asyncio.create_subprocess_exec, or streams over sockets")

    return refused


for _name in "subprocess_exec", "subprocess_shell", "connect_read_pipe", "connect_write_pipe":
    globals()[_name] = _refused(_name)
