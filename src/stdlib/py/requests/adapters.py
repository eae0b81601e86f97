"""The adapter: a pool of connections to each host, and retries."""

import _http
from requests import exceptions
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool, place
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, ProtocolError, ReadTimeoutError, ResponseError
from urllib3.util import Retry

DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0


class HTTPAdapter:
    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=DEFAULT_RETRIES,
                 pool_block=False):
        if max_retries == DEFAULT_RETRIES:
            self.max_retries = Retry(0, read=False)
        else:
            self.max_retries = Retry.from_int(max_retries)
        self._pool_maxsize = pool_maxsize
        self._pool_block = pool_block
        self._pools = {}

    def _pool(self, scheme, host):
        pool = self._pools.get((scheme, host))
        if pool is None:
            kind = HTTPSConnectionPool if scheme == 'https' else HTTPConnectionPool
            pool = kind(*place(scheme, host), maxsize=self._pool_maxsize, block=self._pool_block)
            self._pools[scheme, host] = pool
        return pool

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        from requests import Response
        scheme, host, path = _http.split(request.url)
        if isinstance(timeout, tuple):
            timeout = timeout[1] if timeout[1] is not None else timeout[0]
        try:
            answer = self._pool(scheme, host).urlopen(request.method, path, body=request.body.encode('utf-8') if isinstance(request.body, str) else request.body,
                                                      headers=request.headers,
                                                      retries=self.max_retries, timeout=timeout)
        except MaxRetryError as e:
            if isinstance(e.reason, ConnectTimeoutError):
                raise exceptions.ConnectTimeout(e, request=request)
            if isinstance(e.reason, ResponseError):
                raise exceptions.RetryError(e, request=request)
            raise exceptions.ConnectionError(e, request=request)
        except ProtocolError as e:
            raise exceptions.ConnectionError(e, request=request)
        except ReadTimeoutError as e:
            raise exceptions.ReadTimeout(e, request=request)
        return Response(request, answer.status, answer.reason, answer.data, answer._seconds)

    def close(self):
        self._pools.clear()
