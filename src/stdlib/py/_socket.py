"""Sockets as C has them: `socket.py` makes the module that programs know of these."""

import _net
import _process
import time
from _net import DGRAM, STREAM, UNIX, gaierror, herror, kernel

_default = None


def getdefaulttimeout():
    return _default


def _timeout(value):
    if value is None:
        return None
    if not isinstance(value, (int, float)):
        if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        value = float(value)
    if value != value:
        raise ValueError("Invalid value NaN (not a number)")
    if value < 0:
        raise ValueError("Timeout value out of range")
    return float(value)


def setdefaulttimeout(timeout):
    global _default
    _default = _timeout(timeout)


def _data(data):
    if isinstance(data, bytes) or isinstance(data, memoryview) and data.itemsize == 1:
        return data
    if isinstance(data, bytearray):
        return bytes(data)
    if isinstance(data, str) or not hasattr(data, "__buffer__") and not hasattr(data, "tobytes"):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return data.tobytes() if hasattr(data, "tobytes") else bytes(data)


class socket:
    def __init__(self, family=2, type=1, proto=0, fileno=None):
        self._timeout = _default
        self._options = {}
        if fileno is not None:
            if not isinstance(fileno, int):
                raise TypeError(f"an integer is required (got type {fileno.__class__.__name__})")
            if fileno < 0:
                raise ValueError("negative file descriptor")
            k = kernel.get(fileno)
            if k is None:
                raise _net.error(9)
            self._fd, self._k = fileno, k
            self.family, self.type, self.proto = k.family, k.kind, 0
            return
        self.family = 2 if family == -1 else family
        self.type = 1 if type == -1 else type
        self.proto = 0 if proto == -1 else proto
        kind = self.type & ~0o2004000
        if self.family not in (1, 2, 10):
            raise _net.error(97)
        if kind not in (1, 2):
            raise _net.error(1 if kind == 3 else 94)
        if self.type & 0o4000:
            self._timeout = 0.0
        self.type = kind
        self._k = _net.Kernel(self.family, kind)
        self._fd = _net.attach(self._k.inp, 0)
        kernel[self._fd] = self._k

    def __del__(self):
        if getattr(self, "_fd", -1) >= 0:
            self.close()

    def _kernel(self):
        if self._fd < 0:
            raise _net.error(9)
        k = self._k
        if k.signal is not None:
            k.settle()
        return k

    @property
    def timeout(self):
        return self._timeout

    def fileno(self):
        return self._fd

    def detach(self):
        fd, self._fd = self._fd, -1
        return fd

    def close(self):
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            _net.close(fd)

    def settimeout(self, value):
        self._timeout = _timeout(value)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout is None or self._timeout > 0

    # Names.

    def _address(self, address, what):
        if self.family == UNIX:
            if isinstance(address, (bytes, bytearray)):
                return bytes(address).decode()
            if not isinstance(address, str):
                raise TypeError(f"a bytes-like object is required, not '{type(address).__name__}'")
            return address
        if not isinstance(address, tuple):
            raise TypeError(f"{what}(): {'AF_INET' if self.family == 2 else 'AF_INET6'} address must be tuple, not {type(address).__name__}")
        if self.family == 2 and len(address) != 2:
            raise TypeError("AF_INET address must be a pair (host, port)")
        if self.family == 10 and not 2 <= len(address) <= 4:
            raise TypeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
        host, port = address[:2]
        if isinstance(host, (bytes, bytearray)):
            host = bytes(host).decode()
        if not isinstance(host, str):
            raise TypeError(f"str, bytes or bytearray expected, not {type(host).__name__}")
        if not hasattr(port, "__index__"):
            raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
        port = port.__index__()
        if not 0 <= port <= 65535:
            raise OverflowError(f"{what}(): port must be 0-65535.")
        return (host, port)

    def getsockname(self):
        k = self._kernel()
        return k.laddr if k.laddr is not None else _net.any_address(k)

    def getpeername(self):
        k = self._kernel()
        if not k.connected() or k.signal is not None:
            raise _net.error(107)
        return k.raddr

    def setsockopt(self, level, name, value, length=None):
        self._kernel()
        if (level, name) == (1, 13) and isinstance(value, (bytes, bytearray)):
            self._k.linger = value[:4] == b"\1\0\0\0" and value[4:8] == b"\0\0\0\0"
        if (level, name) in ((1, 7), (1, 8)):
            value = max(2 * value, 2304)
        self._options[level, name] = int(value) if isinstance(value, bool) else value

    def getsockopt(self, level, name, size=0):
        k = self._kernel()
        known = {(1, 3): k.kind, (1, 30): int(k.listening), (1, 38): self.proto or (6 if k.kind == 1 else 17), (1, 39): self.family, (1, 7): 16384, (1, 8): 131072}
        if (level, name) == (1, 4):
            errno, k.error = k.error, 0
            return errno
        value = self._options.get((level, name), known.get((level, name), 0))
        return value if not size or isinstance(value, bytes) else value.to_bytes(4, "little")[:size]

    def bind(self, address, /):
        k = self._kernel()
        if _net.bind(k, self._address(address, "bind"), (1, 15) in self._options):
            # Another has this port: reads from its pipe.
            del kernel[self._fd]
            _process.close(self._fd)
            self._fd = _net.attach(k.inp, 2)
            kernel[self._fd] = k

    def listen(self, backlog=None, /):
        k = self._kernel()
        if k.kind != STREAM:
            raise _net.error(95)
        _net.listen(k)

    # Waiting.

    def _wait(self, fd, what, until):
        """Until the descriptor is ready; `until` is when the time is up, None for a blocking socket."""
        if self._timeout == 0:
            if fd is not None and not _process.poll([fd], 0):
                raise _net.error(11)
        elif until is not None and fd is not None:
            if not _process.poll([fd], max(until - time.monotonic(), 0), what, self._k.label()):
                raise TimeoutError("timed out")

    def _until(self):
        return None if self._timeout is None else time.monotonic() + self._timeout

    def _failed(self, k):
        if k.error:
            errno, k.error = k.error, 0
            raise _net.error(errno)

    def _accept(self):
        k = self._kernel()
        if not k.listening:
            raise _net.error(22)
        self._wait(self._fd, "accept", self._until())
        message = _process.receive(self._fd, "accept", f"on {_net.show(k.laddr)}")
        if not message:
            raise _net.error(22)
        fd = _net.accepted(message, k.family, k.kind)
        return fd, kernel[fd].raddr

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except (gaierror, TypeError, OverflowError):
            raise
        except TimeoutError as e:
            return e.errno or 11
        except OSError as e:
            return e.errno
        return 0

    def connect(self, address, /):
        k = self._kernel()
        address = self._address(address, "connect")
        if k.kind == DGRAM:
            k.raddr = self._resolved(address)
            _net.auto_bind(k, "127.0.0.1" if k.family == 2 else None)
            return
        if k.signal is not None:
            raise _net.error(114)
        self._failed(k)
        if k.connected():
            if k.fresh:
                k.fresh = False
                return
            raise _net.error(106)
        if k.listening:
            raise _net.error(106)
        blocking = self._timeout != 0
        if k.family == UNIX:
            errno = _net.connect(k, address)
        else:
            address = self._resolved(address)
            errno = _net.connect(k, address) if _net.is_local(address[0]) else _net.reach(k, address, blocking, self._timeout)
            if not blocking and _net.is_local(address[0]):
                # Even on this machine the answer comes a little later.
                k.error, k.fresh, errno = errno, not errno, 115
        if errno:
            raise _net.error(errno)

    def _resolved(self, address):
        if self.family == 10:
            return address if _net.is_local(address[0]) else (_net.address_of(address[0]) or address[0], *address[1:])
        ip = _net.address_of(address[0])
        if ip is None:
            raise gaierror(-2, "Name or service not known")
        return ("127.0.0.1" if ip == "0.0.0.0" else ip, address[1])

    # Sending.

    def _writing(self):
        k = self._kernel()
        self._failed(k)
        if k.kind == DGRAM:
            if k.raddr is None:
                raise _net.error(89)
        elif k.signal is not None:
            raise _net.error(11)
        elif k.write_shut or not k.connected():
            raise _net.error(32 if k.family != UNIX or k.write_shut else 107)
        return k

    def _put(self, k, data):
        if k.family != UNIX:
            _net._machine.work(_net.LOOPBACK)
        try:
            _process.send(k.w, data, "send", k.label().replace("from", "to"))
        except BrokenPipeError:
            if k.family != UNIX and not k.broken:
                # The first goes out; what comes back says that nobody is there.
                k.broken = True
                if not _net.was_reset(k):
                    return
                raise _net.error(104) from None
            raise

    def _send(self, data, everything):
        k = self._writing()
        if k.kind == DGRAM:
            _net.sent_datagram(k, bytes(data), k.raddr)
            return len(data)
        if k.remote is not None:
            k.remote.feed(bytes(data))
            return len(data)
        done, until = 0, self._until()
        while done < len(data):
            if until is None:
                size = 65536
            else:
                size = _net.PIECE
                if done and not everything and not _process.poll([k.w], 0):
                    break
                self._wait(k.w, "send", until)
            piece = bytes(data[done : done + size])
            self._put(k, piece)
            done += len(piece)
        return done

    def send(self, data, flags=0, /):
        return self._send(_data(data), False)

    def sendall(self, data, flags=0, /):
        self._send(_data(data), True)

    def sendto(self, data, *rest):
        if not 1 <= len(rest) <= 2:
            raise TypeError(f"sendto() takes 2 or 3 arguments ({1 + len(rest)} given)")
        data = _data(data)
        k = self._kernel()
        if k.kind == STREAM:
            return self.send(data)
        self._failed(k)
        address = self._address(rest[-1], "sendto")
        if len(data) > 65507:
            raise _net.error(90)
        if k.family != UNIX:
            address = self._resolved(address)
        _net.sent_datagram(k, bytes(data), address)
        return len(data)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        data = b"".join(map(_data, buffers))
        return self.send(data) if address is None else self.sendto(data, address)

    # Receiving.

    def _read(self, size, flags):
        k = self._kernel()
        if k.kind == DGRAM:
            return self._datagram(size, flags)[0]
        if k.signal is not None:
            raise _net.error(11)
        self._failed(k)
        if not k.connected():
            raise _net.error(107 if k.family != UNIX else 22)
        if not size or k.read_shut:
            return b""
        while len(k.left) < size:
            wanted = not k.left or flags & 0x100 and self._timeout != 0
            if not wanted or flags & 0x40:
                if not _process.poll([self._fd], 0):
                    if wanted and not k.left:
                        raise _net.error(11)
                    break
            elif self._timeout is not None:
                self._wait(self._fd, "recv", self._until())
            data = _process.receive(self._fd, "recv", k.label(), size - len(k.left))
            if data is None:
                if not k.left and _net.was_reset(k) and not k.linger:
                    k.linger = k.broken = True
                    raise _net.error(104)
                break
            if not k.left and not flags:
                return data
            k.left += data
        data = k.left[:size]
        if not flags & 2:
            k.left = k.left[size:]
        return data

    def _datagram(self, size, flags):
        k = self._kernel()
        self._failed(k)
        if k.laddr is None:
            _net.auto_bind(k)
        while True:
            if not k.left:
                self._wait(self._fd, "recvfrom", self._until())
                k.left = _process.receive(self._fd, "recvfrom", f"on {_net.show(k.laddr)}")
                if not k.left:
                    self._failed(k)
                    continue
            message = k.left
            if not flags & 2:
                k.left = b""
            head, _, data = message.partition(b"\n")
            source = _net._machine.literal(head.decode())
            if k.raddr is None or k.raddr == source or k.family == UNIX:
                return data[:size], source

    def recv(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffersize in recv")
        return self._read(bufsize, flags)

    def recvfrom(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError("negative buffersize in recvfrom")
        if self._kernel().kind == DGRAM:
            return self._datagram(bufsize, flags)
        return self._read(bufsize, flags), None

    def _room(self, buffer, nbytes):
        if nbytes < 0:
            raise ValueError("negative buffersize in recv_into")
        if nbytes > len(buffer):
            raise ValueError("buffer too small for requested bytes")
        return nbytes or len(buffer)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self._read(self._room(buffer, nbytes), flags)
        buffer[: len(data)] = data
        return len(data)

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        data, source = self.recvfrom(self._room(buffer, nbytes), flags)
        buffer[: len(data)] = data
        return len(data), source

    def recvmsg(self, bufsize, ancbufsize=0, flags=0):
        data, source = self.recvfrom(bufsize, flags)
        return data, [], 0, source

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0):
        buffers = [memoryview(b) for b in buffers]
        data, source = self.recvfrom(sum([len(b) for b in buffers]), flags)
        at = 0
        for b in buffers:
            part = data[at:at + len(b)]
            b[: len(part)] = part
            at += len(part)
        return len(data), [], 0, source

    def shutdown(self, how, /):
        k = self._kernel()
        if how not in (0, 1, 2):
            raise _net.error(22)
        if k.listening:
            _net.put(k.inp, b"")
            return
        if not k.connected():
            raise _net.error(107)
        if how != 1:
            k.read_shut = True
        if how != 0:
            _net.shut_write(k)
