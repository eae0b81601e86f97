"""Addresses, names, and what the kernel knows of sockets: two pipes for a connection, ports to find each other."""

import _files
import _loop
import _machine
import _process
from errno import _TEXTS as TEXTS

INET, INET6, UNIX = 2, 10, 1
STREAM, DGRAM = 1, 2
# What a connection and a pair hold on Linux before a writer waits, and datagrams that nobody has fetched.
TCP_BYTES, UNIX_BYTES, UDP_BYTES = 3910656, 233152, 212992
PIECE = 16384
# CPU seconds of a piece sent over TCP on the same machine, and of a connection made there, besides what the pipes cost: measured.
LOOPBACK, HANDSHAKE = 5e-6, 3e-5
HOSTNAME = "interleave"
# Ports at which a host of the scenario answers.
OPEN_PORTS = frozenset((22, 80, 443, 3000, 5000, 8000, 8080, 8443, 8888))
_LISTENING, _DATAGRAM, _UNIX, _RESET = 1 << 20, 1 << 21, 1 << 40, 1 << 60
_names = {}
# What stands behind a descriptor.
kernel = {}


def error(errno, *more):
    return OSError(errno, TEXTS[errno], *more)


def is_ip(text):
    if ":" in text:
        return all(c in "0123456789abcdefABCDEF:." for c in text)
    parts = text.split(".")
    return len(parts) == 4 and all(p.isdigit() and len(p) < 4 and int(p) < 256 for p in parts)


def is_local(host):
    return host in ("", "localhost", HOSTNAME, "0.0.0.0", "::1", "::", "<broadcast>", "255.255.255.255", "localhost.localdomain") or (
        host.startswith("127.") and is_ip(host)
    )


def address_of(name):
    """The address of a name, the same in every run; None when there is no such name."""
    if name in ("localhost", "localhost.localdomain"):
        return "127.0.0.1"
    if not name:
        return "0.0.0.0"
    if name == HOSTNAME:
        return "127.0.1.1"
    if name == "<broadcast>":
        return "255.255.255.255"
    if is_ip(name):
        return name
    plain = name.rstrip(".").lower()
    labels = plain.split(".")
    if labels[-1] == "invalid" or any(not x or len(x) > 63 or not x.replace("-", "a").replace("_", "a").isalnum() for x in labels):
        return None
    h = 2166136261
    for c in plain.encode():
        h = (h ^ c) * 16777619 & 0xFFFFFFFF
    ip = f"{20 + h % 150}.{h >> 8 & 255}.{h >> 16 & 255}.{1 + (h >> 24) % 254}"
    _names[ip] = plain
    return ip


def name_of(ip):
    return _names.get(ip, ip)


class Kernel:
    """One end of a connection, a listener or a box of datagrams. Others' descriptors may show the same."""

    def __init__(self, family, kind, pipe=None):
        self.family, self.kind = family, kind
        self.room = UDP_BYTES if kind == DGRAM else UNIX_BYTES if family == UNIX else TCP_BYTES
        self.inp = new_pipe(self.room) if pipe is None else pipe
        self.out = self.w = self.laddr = self.raddr = self.remote = self.signal = None
        self.refs = 1
        self.error = 0
        self.bound = self.listening = self.linger = self.broken = self.fresh = self.read_shut = self.write_shut = False
        self.left = b""

    def connected(self):
        return self.raddr is not None

    def readers(self, fd):
        """What to wait for before reading; None when nothing is to be waited for."""
        if self.left or self.read_shut or self.error or (self.kind == STREAM and not self.listening and not self.connected() and self.signal is None):
            return None
        return fd

    def writers(self):
        if self.signal is not None:
            return self.signal
        return self.w if self.remote is None else None

    def settle(self):
        """Whether a connection under way is there by now."""
        if self.signal is not None and _process.poll([self.signal], 0):
            _process.close(self.signal)
            self.signal = None
        return self.signal is None

    def label(self):
        return "from " + show(self.raddr) if self.raddr else ""


def show(address):
    return address if isinstance(address, str) else f"{name_of(address[0])}:{address[1]}"


def new_pipe(room):
    return _files.call("pipe", "", "", room)


def attach(pipe, how):
    """Bits: 1 the write end, 2 one more than there are, 4 hidden."""
    return _files.call("attach", "", "", pipe, how)


def free_port(pipe):
    """For a socket that does not care."""
    return 32768 + pipe * 7 % 28232


def _key(k, address):
    if k.family == UNIX:
        h = 0
        for c in address.encode() if isinstance(address, str) else address:
            h = h * 1000003 + c & 0xFFFFFFFFF
        return _UNIX | h
    return address[1] | (_DATAGRAM if k.kind == DGRAM else 0)


def bind(k, address, shared=False):
    if k.bound:
        raise error(22)
    if k.family == UNIX:
        if address and not address.startswith("\0"):
            fd = _files.call("open", address, "", 0o300 | 1, 0o755)
            if fd < 0:
                raise error(98 if fd == -17 else -fd)
            _files.call("close", fd)
    else:
        host = address_of(address[0]) if k.family == INET else address[0] or "::"
        if host is None:
            raise gaierror(-2, "Name or service not known")
        if not is_local(host):
            raise error(99)
        port = address[1]
        if not port:
            port = free_port(k.inp)
            while _files.call("port", "", "", _key(k, (host, port)), -1) >= 0:
                port += 1
        address = (host, port) + ((0, 0) if k.family == INET6 else ())
    key = _key(k, address)
    done = _files.call("port", "", "", key, k.inp)
    if done < 0:
        other = _files.call("port", "", "", key, -1)
        if not shared or other < 0:
            raise error(-done)
        k.inp = other
    k.bound, k.laddr = True, address
    return done < 0
    

def any_address(k):
    if k.family == UNIX:
        return ""
    return ("::", 0, 0, 0) if k.family == INET6 else ("0.0.0.0", 0)


def auto_bind(k, host=None):
    if not k.bound and k.family != UNIX:
        bind(k, (host or any_address(k)[0], 0))


def listen(k):
    auto_bind(k)
    if not k.listening:
        k.listening = True
        _files.call("port", "", "", _key(k, k.laddr) | _LISTENING, k.inp)


def connect(k, address):
    """Ours to ours, at once; an errno when that cannot be."""
    if k.family == UNIX and not isinstance(address, str):
        address = address.decode()
    if k.family == UNIX and not address.startswith("\0") and type(_files.call("stat", address, "", 1)) is int:
        return 2
    door = _files.call("port", "", "", _key(k, address) | _LISTENING, -1)
    if door < 0:
        return 111
    if k.family != UNIX:
        _machine.work(HANDSHAKE)
    k.out = new_pipe(k.room)
    k.w = attach(k.out, 1 | 4)
    if k.family != UNIX:
        if k.laddr is None or not k.laddr[1]:
            k.laddr = (address_of(address[0]) or "127.0.0.1", free_port(k.inp))
        elif k.laddr[0] in ("0.0.0.0", "::"):
            k.laddr = ("127.0.0.1", k.laddr[1])
        if k.family == INET6:
            k.laddr = ("::1", k.laddr[1], 0, 0)
        host = "127.0.0.1" if address[0] in ("0.0.0.0", "") else address_of(address[0])
        address = (host, address[1]) + tuple(address[2:])
        if k.family == INET6:
            address = ("::1", address[1], 0, 0)
    else:
        k.laddr = k.laddr or ""
    k.raddr = address
    put(door, repr((k.inp, k.out, k.laddr, k.raddr)).encode())
    return 0


def put(pipe, message):
    fd = attach(pipe, 1 | 2 | 4)
    try:
        _process.send(fd, message)
    except BrokenPipeError:
        pass
    finally:
        _process.close(fd)


def accepted(message, family, kind):
    inp, out, peer, own = _machine.literal(message.decode())
    k = Kernel(family, kind, out)
    fd = attach(out, 0)
    k.out, k.w = inp, attach(inp, 1 | 4)
    k.laddr, k.raddr = own, peer
    k.bound = True
    kernel[fd] = k
    return fd


def pair(family, kind):
    a, b = Kernel(family, kind), Kernel(family, kind)
    ends = []
    for k, other in ((a, b), (b, a)):
        fd = attach(k.inp, 0)
        k.out, k.w = other.inp, attach(other.inp, 1 | 4)
        k.laddr = k.raddr = ""
        kernel[fd] = k
        ends.append(fd)
    return ends


def close(fd):
    k = kernel.pop(fd, None)
    if k is None:
        return
    k.refs -= 1
    if k.refs:
        _process.close(fd)
        return
    if k.listening and _files.call("stat", fd, "", -1)[2] == 1:
        # Who was not accepted yet finds the connection closed.
        while _process.poll([fd], 0):
            message = _process.receive(fd)
            if message:
                other = accepted(message, k.family, k.kind)
                reset(kernel[other])
                close(other)
    elif k.kind == STREAM and k.w is not None and not k.read_shut:
        facts = _files.call("stat", fd, "", -1)
        if facts[2] == 1 and (k.linger or k.left or facts[3]):
            reset(k)
    _process.close(fd)
    for end in (k.w, k.signal):
        if end is not None:
            _process.close(end)


def reset(k):
    """The other end shall learn that not all it sent was read."""
    if k.family != UNIX:
        _files.call("port", "", "", _RESET | k.out, k.out)


def was_reset(k):
    return _files.call("port", "", "", _RESET | k.inp, -1) >= 0


def shut_write(k):
    k.write_shut = True
    if k.w is not None:
        _process.close(k.w)
        k.w = None


class Remote:
    """A host of the scenario, which speaks HTTP/1.x: what is sent is cut into requests, whose answers come through the pipe."""

    def __init__(self, k, host, port):
        self.k, self.host, self.port = k, host, port
        self.data = b""

    def feed(self, data):
        self.data += data
        while True:
            end = self.data.find(b"\r\n\r\n")
            first = self.data.split(b"\r\n", 1)[0].split(b" ")
            if len(self.data) > 16 and (len(first) < 2 or not first[0].isalpha()) or (end >= 0 and len(first) != 3):
                _machine.unsupported(
                    f"socket: the host {self.host} of the simulated network understands HTTP/1.x only, not what was sent to it"
                )
            if end < 0:
                return
            fields = {}
            for line in self.data[:end].decode("latin-1").split("\r\n")[1:]:
                name, _, value = line.partition(":")
                fields[name.strip().lower()] = value.strip()
            size = int(fields.get("content-length", 0))
            if len(self.data) < end + 4 + size:
                return
            body, self.data = self.data[end + 4 : end + 4 + size], self.data[end + 4 + size :]
            method, path, version = (x.decode("latin-1") for x in first)
            kept = fields.get("connection", "" if version == "HTTP/1.1" else "close").lower() != "close"
            name = fields.get("host", self.host).split(":")[0] if is_ip(self.host) else self.host
            _loop.request(method, f"http://{name}{path}", body, None, self.k.inp, not kept)


def reach(k, address, blocking, timeout):
    """Connects to a host of the scenario: an errno, 115 while it is under way."""
    host = name_of(address[0])
    k.laddr = ("192.168.0.2", free_port(k.inp))
    k.raddr = (address_of(address[0]), address[1])
    shut = address[1] not in OPEN_PORTS
    url = f"http://{host}:{address[1]}/"
    if blocking:
        answer = _loop.request("CONNECT", url, b"", timeout)
        if isinstance(answer, str):
            k.raddr = None
            raise TimeoutError("timed out") if timeout is not None else error(110)
        if shut:
            k.raddr = None
            return 111
    else:
        signal = new_pipe(1)
        k.signal = attach(signal, 4)
        _loop.request("CONNECT", url, b"", None, signal, True)
        if shut:
            k.error = 111
    k.remote = Remote(k, host, address[1])
    return 0 if blocking else 115


def sent_datagram(k, data, address):
    if not is_local(address[0] if k.family != UNIX else ""):
        return
    auto_bind(k)
    box = _files.call("port", "", "", _key(k, address), -1)
    if box < 0:
        if k.connected():
            # A box of datagrams holds an empty message for an error, which wakes who waits.
            k.error = 111
            put(k.inp, b"")
        return
    source = k.laddr
    if k.family == INET and source[0] == "0.0.0.0":
        source = ("127.0.0.1", source[1])
    fd = attach(box, 1 | 2 | 4)
    if _process.poll([fd], 0):
        _process.send(fd, repr(source).encode() + b"\n" + data)
    _process.close(fd)


class herror(OSError):
    pass


class gaierror(OSError):
    pass


herror.__module__ = gaierror.__module__ = "socket"
