"""How many connections may be open at a time, in all and for each host."""

import asyncio
import collections
import _loop
from time import monotonic


def _unclosed(owner, kind, name, **more):
    """Tells that something ends that nobody has closed."""
    import warnings
    warnings.warn(f'Unclosed {name} {owner!r}', ResourceWarning, source=owner)
    context = {kind: owner, **more, 'message': f'Unclosed {name}'}
    if owner._source_traceback is not None:
        context['source_traceback'] = owner._source_traceback
    owner._loop.call_exception_handler(context)


def _made(loop):
    """Where something was made, for its report in debug mode."""
    if not loop.get_debug():
        return None
    import sys
    import traceback
    return traceback.extract_stack(sys._getframe(2))


class ResponseHandler:
    """An open connection, as far as reports show it."""

    __module__ = 'aiohttp.client_proto'


class BaseConnector:
    _closed = True

    def __init__(self, *, keepalive_timeout=15.0, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5):
        self._loop = asyncio.get_running_loop() if loop is None else loop
        self._source_traceback = _made(self._loop)
        # Since when the open connections of each host are free, and the hosts of those in use; None when nobody will ask.
        self._conns, self._used = (None, None) if force_close else ({}, [])
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._acquired = 0
        self._acquired_per_host = {}
        # In order of asking: (host, future).
        self._waiters = collections.deque()
        self._closed = False

    def __del__(self):
        if self._closed or self._conns is None:
            return
        # Their answers have come whole, whether or not anybody has looked at them.
        for host in list(self._used):
            self._release(host, True)
        if self._conns:
            free = [collections.deque((ResponseHandler(), since) for since in c) for c in self._conns.values()]
            _unclosed(self, 'connector', 'connector', connections=[repr(c) for c in free])

    def _certain(self):
        """It will be closed, so nobody need watch for its end."""
        self._conns = None
        _loop.unwatch(self)

    @property
    def limit(self):
        return self._limit

    @property
    def limit_per_host(self):
        return self._limit_per_host

    @property
    def closed(self):
        return self._closed

    def _available(self, host):
        if self._limit and self._acquired >= self._limit:
            return False
        return not self._limit_per_host or self._acquired_per_host.get(host, 0) < self._limit_per_host

    def _take(self, host):
        self._acquired += 1
        if self._conns is not None:
            self._reuse(host)
        if self._limit_per_host:
            self._acquired_per_host[host] = self._acquired_per_host.get(host, 0) + 1

    def _reuse(self, host):
        self._used.append(host)
        if host in self._conns:
            self._conns[host].popleft()
            if not self._conns[host]:
                del self._conns[host]

    def _try(self, host):
        """Takes a connection if one is free and nobody waits for one; else `_connect` waits."""
        if not self._waiters and self._available(host):
            self._take(host)
            return True
        return False

    async def _connect(self, host):
        if self._available(host) and all(h != host for h, _ in self._waiters):
            self._take(host)
            return
        future = asyncio.get_running_loop().create_future('connection')
        entry = (host, future)
        self._waiters.append(entry)
        try:
            await future
        except BaseException:
            if entry in self._waiters:
                self._waiters.remove(entry)
            elif future.done() and not future.cancelled():
                self._release(host)
            raise

    def _release(self, host, whole=False):
        """Gives a connection back, which stays open when it has brought a whole answer."""
        self._acquired -= 1
        if self._conns is not None:
            self._used.remove(host)
            if whole:
                self._conns.setdefault(host, collections.deque()).append(monotonic())
        if self._limit_per_host:
            self._acquired_per_host[host] -= 1
        if not self._waiters:
            return
        for entry in self._waiters:
            waiting, future = entry
            if self._available(waiting):
                self._waiters.remove(entry)
                if not future.done():
                    self._take(waiting)
                    future.set_result(None)
                break

    async def close(self):
        self._closed = True
        _loop.unwatch(self)

    async def __aenter__(self):
        self._certain()
        return self

    async def __aexit__(self, *args):
        await self.close()


class TCPConnector(BaseConnector):
    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10, family=0,
                 ssl_context=None, ssl=True, local_addr=None, resolver=None, **kwargs):
        super().__init__(**kwargs)
