"""A pool for each host."""

import _http
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool, place


class PoolManager:
    def __init__(self, num_pools=10, headers=None, **connection_pool_kw):
        self.headers = headers or {}
        self.connection_pool_kw = connection_pool_kw
        self.pools = {}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.clear()
        return False

    def clear(self):
        self.pools.clear()

    def connection_from_host(self, host, port=None, scheme='http', pool_kwargs=None):
        if port is None:
            host, port = place(scheme, host)
        pool = self.pools.get((scheme, host, port))
        if pool is None:
            kind = HTTPSConnectionPool if scheme == 'https' else HTTPConnectionPool
            settings = dict(self.connection_pool_kw)
            settings.update(pool_kwargs or {})
            pool = kind(host, port, headers=self.headers, **settings)
            self.pools[scheme, host, port] = pool
        return pool

    def connection_from_url(self, url, pool_kwargs=None):
        scheme, host, _ = _http.split(url)
        return self.connection_from_host(host, scheme=scheme or 'http', pool_kwargs=pool_kwargs)

    def urlopen(self, method, url, redirect=True, **kw):
        return self.connection_from_url(url).urlopen(method, _http.split(url)[2], redirect=redirect, **kw)

    def request(self, method, url, body=None, fields=None, headers=None, json=None, **kw):
        return self.connection_from_url(url).request(method, _http.split(url)[2], body=body, fields=fields, headers=headers, json=json, **kw)
