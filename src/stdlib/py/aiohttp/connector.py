"""How many connections may be open at a time, in all and for each host."""

import asyncio
import collections


class BaseConnector:
    def __init__(self, *, keepalive_timeout=15.0, force_close=False, limit=100, limit_per_host=0,
                 enable_cleanup_closed=False, loop=None, timeout_ceil_threshold=5):
        self._limit = limit
        self._limit_per_host = limit_per_host
        self._acquired = 0
        self._acquired_per_host = {}
        # In order of asking: (host, future).
        self._waiters = collections.deque()
        self._closed = False

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
        if self._limit_per_host:
            self._acquired_per_host[host] = self._acquired_per_host.get(host, 0) + 1

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

    def _release(self, host):
        self._acquired -= 1
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

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()


class TCPConnector(BaseConnector):
    def __init__(self, *, verify_ssl=True, fingerprint=None, use_dns_cache=True, ttl_dns_cache=10, family=0,
                 ssl_context=None, ssl=True, local_addr=None, resolver=None, **kwargs):
        super().__init__(**kwargs)
