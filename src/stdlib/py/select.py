"""Waiting for several descriptors at once."""

import _files
import _net
import _process

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLRDBAND, POLLWRNORM, POLLWRBAND, POLLMSG, POLLRDHUP = 64, 128, 256, 512, 1024, 8192
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLRDHUP = 1, 2, 4, 8, 16, 8192
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 64, 128, 256, 512, 1024
EPOLLET, EPOLLONESHOT, EPOLLEXCLUSIVE, EPOLL_CLOEXEC = 1 << 31, 1 << 30, 1 << 28, 0o2000000
PIPE_BUF = 4096


def _fileno(thing):
    fd = thing
    if not isinstance(thing, int):
        method = getattr(thing, "fileno", None)
        if method is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        fd = method()
        if not isinstance(fd, int):
            raise TypeError("fileno() returned a non-integer")
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


def _wait(reads, writes, timeout, what="select"):
    """Those of the descriptors that can be read, and those that can be written."""
    asked, ready_r, ready_w = [], set(), set()
    behind = {}
    for fd, done, way in [(fd, ready_r, 0) for fd in reads] + [(fd, ready_w, 1) for fd in writes]:
        k = _net.kernel.get(fd)
        end = fd if k is None else k.writers() if way else k.readers(fd)
        if end is None:
            done.add(fd)
        else:
            asked.append(end)
            behind.setdefault(end, []).append((fd, done))
    if ready_r or ready_w:
        timeout = 0
    if asked or timeout != 0:
        for end in _process.poll(asked, timeout, what):
            for fd, done in behind[end]:
                done.add(fd)
    return ready_r, ready_w


def select(rlist, wlist, xlist, timeout=None, /):
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError("timeout must be a float or None")
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    try:
        rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)
    except TypeError:
        raise TypeError("arguments 1-3 must be sequences") from None
    reads, writes = [_fileno(x) for x in rlist], [_fileno(x) for x in wlist]
    for x in xlist:
        _fileno(x)
    r, w = _wait(reads, writes, timeout)
    return [x for x, fd in zip(rlist, reads) if fd in r], [x for x, fd in zip(wlist, writes) if fd in w], []


def _hung(fd):
    """The other end has closed, or there never was one."""
    k = _net.kernel.get(fd)
    if k is None:
        return False
    if k.kind == 1 and not k.listening and not k.connected() and k.signal is None:
        return True
    return bool(k.write_shut and fd in _wait([fd], [], 0)[0] and not k.left and _at_end(fd))


def _at_end(fd):
    return fd in _wait([fd], [], 0)[0] and _net.was_reset(_net.kernel[fd])


class _Poll:
    def __init__(self):
        self._masks = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._masks[_fileno(fd)] = eventmask

    def modify(self, fd, eventmask):
        fd = _fileno(fd)
        if fd not in self._masks:
            raise _net.error(2)
        _no_edges(eventmask)
        self._masks[fd] = eventmask

    def unregister(self, fd, /):
        del self._masks[_fileno(fd)]

    def _ready(self, timeout):
        reads = [fd for fd, mask in self._masks.items() if mask & POLLIN]
        writes = [fd for fd, mask in self._masks.items() if mask & POLLOUT]
        r, w = _wait(reads, writes, timeout, "poll")
        out = []
        for fd, mask in self._masks.items():
            events = (POLLIN if fd in r else 0) | (POLLOUT if fd in w else 0)
            if events and _hung(fd):
                events |= POLLHUP
            if events:
                out.append((fd, events))
        return out


class poll(_Poll):
    def poll(self, timeout=None, /):
        return self._ready(None if timeout is None or timeout < 0 else timeout / 1000)


def _no_edges(mask):
    if mask & EPOLLET:
        import _machine

        _machine.unsupported("select.EPOLLET (edge-triggered) is not supported: register without it, and read what is there")


class epoll(_Poll):
    def __init__(self, sizehint=-1, flags=0):
        _Poll.__init__(self)
        self.closed = False
        # A descriptor of its own, as the kernel would give it.
        self._fd = _net.attach(_net.new_pipe(1), 0)

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed epoll object")

    def fileno(self):
        self._check()
        return self._fd

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT):
        self._check()
        fd = _fileno(fd)
        _no_edges(eventmask)
        if fd in self._masks:
            raise _net.error(17)
        facts = _files.call("stat", fd, "", -1)
        if type(facts) is int:
            raise _net.error(-facts)
        if facts[0] & 0o170000 == 0o100000:
            raise _net.error(1)
        self._masks[fd] = eventmask

    def unregister(self, fd):
        self._check()
        fd = _fileno(fd)
        if fd not in self._masks:
            raise _net.error(2)
        del self._masks[fd]

    def poll(self, timeout=None, maxevents=-1):
        self._check()
        found = self._ready(None if timeout is None or timeout < 0 else timeout)
        found = found[:maxevents] if maxevents > 0 else found
        for fd, _ in found:
            if self._masks[fd] & EPOLLONESHOT:
                self._masks[fd] = EPOLLONESHOT
        return found

    def close(self):
        if not self.closed:
            self.closed = True
            _process.close(self._fd)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *info):
        self.close()
