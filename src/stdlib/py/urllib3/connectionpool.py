"""Pools of connections: at most `maxsize` are kept; with `block`, at most that many are in use."""

import json as _json
import queue
import _http
from functools import cached_property
from urllib3.exceptions import (ConnectTimeoutError, EmptyPoolError, HTTPError, MaxRetryError, NameResolutionError,
                                NewConnectionError, ProtocolError, ReadTimeoutError)
from urllib3.util import Retry, Timeout

_DEFAULT = object()


def _closed():
    import http.client
    return http.client.RemoteDisconnected('Remote end closed connection without response')


class HTTPConnection:
    """What errors of connecting speak of."""


class HTTPSConnection(HTTPConnection):
    pass


HTTPConnection.__module__ = HTTPSConnection.__module__ = 'urllib3.connection'


def place(scheme, host):
    """Name and port of `example.com` or `localhost:8000`."""
    name, _, port = host.partition(':')
    return name, int(port) if port.isdigit() else 443 if scheme == 'https' else 80


class HTTPResponse:
    version = 11
    _at = 0

    def __init__(self, status, reason, body, seconds, url, retries):
        self.status = status
        self.reason = reason
        self.data = body
        self.url = url
        self.retries = retries
        self._seconds = seconds

    @cached_property
    def headers(self):
        return _http.response_headers(self.data)

    def geturl(self):
        return self.url

    def json(self):
        return _json.loads(self.data.decode('utf-8'))

    def read(self, amt=None, decode_content=None):
        end = len(self.data) if amt is None else self._at + amt
        piece = self.data[self._at:end]
        self._at = min(end, len(self.data))
        return piece

    def stream(self, amt=65536, decode_content=None):
        while self._at < len(self.data):
            yield self.read(amt)

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers

    def release_conn(self):
        pass

    def drain_conn(self):
        pass

    def close(self):
        pass


class HTTPConnectionPool:
    scheme = 'http'

    def __init__(self, host, port=None, timeout=Timeout.DEFAULT_TIMEOUT, maxsize=1, block=False, headers=None,
                 retries=None, **kwargs):
        self.host = host
        self.port = port
        self.timeout = timeout
        self.block = block
        self.headers = headers or {}
        self.retries = Retry.DEFAULT if retries is None else retries
        self.num_connections = 0
        self.num_requests = 0
        # Free places; None means a connection not made yet.
        self.pool = queue.LifoQueue(maxsize)
        for _ in range(maxsize):
            self.pool.put(None)

    def __str__(self):
        return f'{type(self).__name__}(host={self.host!r}, port={self.port!r})'

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()
        return False

    def close(self):
        pass

    def _get_conn(self, timeout=None):
        # A free place can be taken without the queue's lock: nobody waits to put one back.
        free = self.pool.queue
        if free:
            connection = free.pop()
        elif self.block:
            try:
                connection = self.pool.get(timeout=timeout)
            except queue.Empty:
                raise EmptyPoolError(self, 'Pool is empty and a new connection can\'t be opened due to blocking mode.') from None
        else:
            connection = None
        if connection is None:
            self.num_connections += 1
            connection = self.num_connections
        return connection

    def _put_conn(self, connection):
        pool = self.pool
        if self.block:
            pool.put(connection, block=False)
        elif len(pool.queue) < pool.maxsize:
            pool.queue.append(connection)

    def _absolute(self, url):
        if '://' in url:
            return url
        port = f':{self.port}' if self.port and self.port != place(self.scheme, '')[1] else ''
        return f'{self.scheme}://{self.host}{port}{url if url.startswith("/") else "/" + url}'

    def urlopen(self, method, url, body=None, headers=None, retries=None, redirect=True, timeout=_DEFAULT,
                preload_content=True, pool_timeout=None, **kwargs):
        if retries is None:
            retries = self.retries
        if not isinstance(retries, Retry):
            retries = Retry.from_int(retries, redirect=redirect)
        if timeout is _DEFAULT:
            timeout = self.timeout
        seconds = timeout.seconds() if isinstance(timeout, Timeout) else timeout
        absolute = self._absolute(url)
        method = method.upper()
        while True:
            connection = self._get_conn(pool_timeout)
            self.num_requests += 1
            try:
                answer = _http.ask(method, absolute, body or b'', seconds, headers or self.headers)
            finally:
                self._put_conn(connection)
            if isinstance(answer, str):
                retries = retries.increment(method, url, error=self._error(answer, absolute, seconds), _pool=self)
                retries.sleep()
                continue
            status, reason, data, took = answer
            response = HTTPResponse(status, reason, data, took, url, retries)
            if not retries.is_retry(method, status):
                return response
            try:
                retries = retries.increment(method, url, response=response, _pool=self)
            except MaxRetryError:
                if retries.raise_on_status:
                    raise
                return response
            retries.sleep(response)

    def _error(self, what, url, seconds):
        if what == 'timeout':
            return ReadTimeoutError(self, url, f'Read timed out. (read timeout={seconds})')
        connection = HTTPSConnection() if self.scheme == 'https' else HTTPConnection()
        if what == 'dns':
            return NameResolutionError(self.host, connection, '[Errno -2] Name or service not known')
        if what == 'closed':
            return ProtocolError('Connection aborted.', _closed())
        return NewConnectionError(connection, 'Failed to establish a new connection: [Errno 111] Connection refused')

    def request(self, method, url, body=None, fields=None, headers=None, json=None, **kwargs):
        method = method.upper()
        if body is None and fields is None and json is None:
            return self.urlopen(method, url, headers=headers, **kwargs)
        sent = {**self.headers, **(headers or {})}
        if fields and method in ('GET', 'HEAD', 'DELETE', 'OPTIONS'):
            url = _http.with_params(url, fields)
            fields = None
        if isinstance(fields, dict) and any(isinstance(v, tuple) for v in fields.values()):
            plain = [(k, v) for k, v in fields.items() if not isinstance(v, tuple)]
            body = _http.multipart(plain, {k: v for k, v in fields.items() if isinstance(v, tuple)}, sent)
        data = _http.encode_body(body if body is not None else fields, json, sent)
        return self.urlopen(method, url, body=data, headers=sent, **kwargs)


class HTTPSConnectionPool(HTTPConnectionPool):
    scheme = 'https'
