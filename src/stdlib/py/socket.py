"""Sockets. Ours reach the program's own listeners, of all its processes, and the hosts of the scenario."""

import _net
import _socket
import io
from _net import gaierror, herror
from _socket import getdefaulttimeout, setdefaulttimeout
from enum import IntEnum, IntFlag

error = OSError
CAN_RAW = 1
timeout = TimeoutError


class AddressFamily(IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10
    AF_CAN = 29


class SocketKind(IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOCK_RAW = 3
    SOCK_SEQPACKET = 5
    SOCK_CLOEXEC = 0o2000000
    SOCK_NONBLOCK = 0o4000


class MsgFlag(IntFlag):
    MSG_OOB = 1
    MSG_PEEK = 2
    MSG_DONTROUTE = 4
    MSG_TRUNC = 32
    MSG_DONTWAIT = 64
    MSG_WAITALL = 256
    MSG_NOSIGNAL = 16384


class AddressInfo(IntFlag):
    AI_PASSIVE = 1
    AI_CANONNAME = 2
    AI_NUMERICHOST = 4
    AI_V4MAPPED = 8
    AI_ALL = 16
    AI_ADDRCONFIG = 32
    AI_NUMERICSERV = 1024


for _kind in AddressFamily, SocketKind, MsgFlag, AddressInfo:
    globals().update(_kind.__members__)

SOL_SOCKET, SOL_TCP, SOL_UDP, SOL_IP = 1, 6, 17, 0
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = 1, 2, 3, 4, 5, 6, 7, 8, 9
SO_OOBINLINE, SO_PRIORITY, SO_LINGER, SO_REUSEPORT, SO_RCVLOWAT, SO_SNDLOWAT, SO_RCVTIMEO, SO_SNDTIMEO = 10, 12, 13, 15, 18, 19, 20, 21
SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN, SO_BINDTODEVICE = 30, 38, 39, 25
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
IPV6_V6ONLY, IP_TTL, IP_TOS, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP = 26, 2, 1, 33, 34, 35
TCP_NODELAY, TCP_MAXSEG, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_USER_TIMEOUT, TCP_FASTOPEN, TCP_QUICKACK = 1, 2, 4, 5, 6, 18, 23, 12
NI_NUMERICHOST, NI_NUMERICSERV = 1, 2
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7F000001, 0xFFFFFFFF, 0xFFFFFFFF
EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE = -3, -4, -6, -2, -8, -7
EBADF, EAGAIN, EWOULDBLOCK = 9, 11, 11
has_ipv6 = True
SocketType = _socket.socket
_SERVICES = {"ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "http": 80, "pop3": 110, "ntp": 123, "imap2": 143, "https": 443}


def _intenum_converter(value, kind):
    try:
        return kind(value)
    except ValueError:
        return value


class _GiveupOnSendfile(Exception):
    pass


class socket(_socket.socket):
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False
        self.family = _intenum_converter(self.family, AddressFamily)
        self.type = _intenum_converter(self.type, SocketKind)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = getattr(self, "_closed", False)
        kind = type(self)
        s = f"<{kind.__module__}.{kind.__qualname__}{' [closed]' if closed else ''} fd={self.fileno()}, family={int(self.family)}, type={int(self.type)}, proto={self.proto}"
        if not closed:
            try:
                if laddr := self.getsockname():
                    s += f", laddr={laddr}"
            except OSError:
                pass
            try:
                if raddr := self.getpeername():
                    s += f", raddr={raddr}"
            except OSError:
                pass
        return s + ">"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    def __reduce_ex__(self, protocol):
        self.__getstate__()

    def dup(self):
        k = self._kernel()
        k.refs += 1
        fd = _net.attach(k.inp, 2)
        _net.kernel[fd] = k
        other = self.__class__(self.family, self.type, self.proto, fileno=fd)
        other.settimeout(self.gettimeout())
        return other

    def accept(self):
        fd, address = self._accept()
        sock = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            sock.setblocking(True)
        return sock, address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        writing = "w" in mode
        reading = "r" in mode or not writing
        raw = SocketIO(self, ("r" if reading else "") + ("w" if writing else ""))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if "b" not in mode:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if "b" in mode:
            return buffer
        text = io.TextIOWrapper(buffer, encoding or "utf-8", errors, newline)
        text.mode = mode
        return text

    def sendfile(self, file, offset=0, count=None):
        if self.type != SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        if count is not None and (not isinstance(count, int) or count <= 0):
            raise ValueError(f"count must be a positive integer (got {count!r})")
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(8192 if count is None else min(8192, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        return total

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _socket.socket.close(self)

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def __del__(self):
        if getattr(self, "_io_refs", 1) <= 0:
            self._real_close()

    def detach(self):
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        return False

    def set_inheritable(self, inheritable):
        self._kernel()


def fromfd(fd, family, type, proto=0):
    k = _net.kernel.get(fd)
    if k is None:
        raise _net.error(9)
    k.refs += 1
    new = _net.attach(k.inp, 2)
    _net.kernel[new] = k
    return socket(family, type, proto, new)


def dup(fd):
    return fromfd(fd, -1, -1).detach()


def close(fd):
    _net.close(fd)


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    family = AF_UNIX if family is None else family
    if family != AF_UNIX:
        raise _net.error(95)
    a, b = _net.pair(int(family), int(type))
    return socket(family, type, proto, a), socket(family, type, proto, b)


class SocketIO(io.RawIOBase):
    def __init__(self, sock, mode):
        self._sock = sock
        self._mode = mode
        self.mode = mode + "b"
        self._reading = "r" in mode
        self._writing = "w" in mode
        self._timeout_occurred = False

    def readinto(self, b):
        data = self.read(len(b))
        if data is None:
            return None
        b[: len(data)] = data
        return len(data)

    def read(self, size=-1):
        self._checkClosed()
        if not self._reading:
            raise io.UnsupportedOperation("File or stream is not readable.")
        if size is None or size < 0:
            return self.readall()
        if self._timeout_occurred:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv(size)
        except TimeoutError:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        self._checkClosed()
        if not self._writing:
            raise io.UnsupportedOperation("File or stream is not writable.")
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return self._reading

    def writable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return self._writing

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return False

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return self.fileno() if not self.closed else -1

    def close(self):
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


# Names and addresses.


def gethostname():
    return _net.HOSTNAME


def getfqdn(name=""):
    name = name.strip()
    return gethostname() if name in ("", "0.0.0.0", "::") else "localhost" if name == "127.0.0.1" else _net.name_of(name)


def gethostbyname(hostname):
    if not isinstance(hostname, str):
        raise TypeError(f"gethostbyname() argument 1 must be str, bytes or bytearray, not {type(hostname).__name__}")
    ip = _net.address_of(hostname)
    if ip is None:
        raise gaierror(-2, "Name or service not known")
    return ip


def gethostbyname_ex(hostname):
    return hostname, [], [gethostbyname(hostname)]


def gethostbyaddr(address):
    return (getfqdn(address), [], [gethostbyname(address)])


def getservbyname(name, protocol=None):
    if name not in _SERVICES:
        raise OSError("service/proto not found")
    return _SERVICES[name]


def getservbyport(port, protocol=None):
    for name, number in _SERVICES.items():
        if number == port:
            return name
    raise OSError("port/proto not found")


def getprotobyname(name):
    known = {"ip": 0, "icmp": 1, "tcp": 6, "udp": 17}
    if name not in known:
        raise OSError("protocol not found")
    return known[name]


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(host, bytes):
        host = host.decode()
    if isinstance(port, bytes):
        port = port.decode()
    if port is None:
        port = 0
    elif isinstance(port, str):
        if not port.isdigit() and (port not in _SERVICES or flags & AI_NUMERICSERV):
            raise gaierror(-8, "Servname not supported for ai_socktype")
        port = int(port) if port.isdigit() else _SERVICES[port]
    elif not isinstance(port, int):
        raise OSError("Int or String expected")
    if host is None:
        host = "0.0.0.0" if flags & AI_PASSIVE else "127.0.0.1"
        six = "::" if flags & AI_PASSIVE else "::1"
    else:
        six = "::1" if host == "localhost" else host
    if ":" in host:
        family, six = family or 10, host
    if family == AF_INET6:
        if ":" not in six:
            raise gaierror(-9 if _net.is_ip(host) else -5, "Address family for hostname not supported" if _net.is_ip(host) else "No address associated with hostname")
        address = (six, port, 0, 0)
    else:
        if ":" in host:
            raise gaierror(-9, "Address family for hostname not supported")
        if flags & AI_NUMERICHOST and not _net.is_ip(host):
            raise gaierror(-2, "Name or service not known")
        address = (gethostbyname(host or "127.0.0.1"), port)
    kinds = [(1, 6), (2, 17), (3, 0)]
    kinds = [(t, p) for t, p in kinds if type in (0, t) and proto in (0, p)]
    family = AF_INET6 if len(address) > 2 else AF_INET
    return [(family, SocketKind(t), proto or p, host if flags & AI_CANONNAME and t == kinds[0][0] else "", address) for t, p in kinds]


def getnameinfo(sockaddr, flags):
    host, port = sockaddr[:2]
    host = host if flags & NI_NUMERICHOST else getfqdn(host)
    try:
        service = str(port) if flags & NI_NUMERICSERV else getservbyport(port)
    except OSError:
        service = str(port)
    return host, service


def inet_aton(ip):
    parts = ip.split(".")
    if not 1 <= len(parts) <= 4 or not all(p.isdigit() for p in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    numbers = [int(p) for p in parts]
    last = 256 ** (5 - len(parts))
    if any(n > 255 for n in numbers[:-1]) or numbers[-1] >= last:
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(numbers[:-1]) + numbers[-1].to_bytes(5 - len(parts), "big")


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError("packed IP wrong length for inet_ntoa")
    return ".".join(map(str, packed))


def inet_pton(family, ip):
    if family == AF_INET:
        if not _net.is_ip(ip) or ":" in ip:
            raise OSError("illegal IP address string passed to inet_pton")
        return inet_aton(ip)
    head, gap, tail = ip.partition("::")
    words = [w for w in head.split(":") if w]
    rest = [w for w in tail.split(":") if w]
    missing = 8 - len(words) - len(rest)
    if missing < 0 or (not gap and missing) or "::" in tail:
        raise OSError("illegal IP address string passed to inet_pton")
    try:
        return b"".join(int(w, 16).to_bytes(2, "big") for w in words + ["0"] * missing + rest)
    except (ValueError, OverflowError):
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(family, packed):
    if family == AF_INET:
        if len(packed) != 4:
            raise ValueError("invalid length of packed IP address string")
        return inet_ntoa(packed)
    if len(packed) != 16:
        raise ValueError("invalid length of packed IP address string")
    words = [f"{packed[i] << 8 | packed[i + 1]:x}" for i in range(0, 16, 2)]
    best, at = 1, -1
    for i in range(8):
        n = 0
        while i + n < 8 and words[i + n] == "0":
            n += 1
        if n > best:
            best, at = n, i
    if at < 0:
        return ":".join(words)
    return ":".join(words[:at]) + "::" + ":".join(words[at + best :])


def htons(x, /):
    if not 0 <= x <= 65535:
        raise OverflowError("htons: Python int too large to convert to C 16-bit unsigned integer" if x > 0 else "can't convert negative Python int to C 16-bit unsigned integer")
    return x >> 8 | (x & 255) << 8


ntohs = htons


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohl = htonl


def if_nameindex():
    return [(1, "lo"), (2, "eth0")]


# Connecting and listening in one call.

_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    host, port = address
    exceptions = []
    for family, kind, proto, _, sa in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(sa)
            return sock
        except error as exc:
            exceptions.append(exc)
            if sock is not None:
                sock.close()
    try:
        if not all_errors:
            raise exceptions[0]
        raise ExceptionGroup("create_connection failed", exceptions)
    finally:
        exceptions.clear()


def has_dualstack_ipv6():
    return True


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        try:
            sock.bind(address)
        except error as err:
            raise error(err.errno, f"{err.strerror} (while attempting to bind on address {address!r})") from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise
