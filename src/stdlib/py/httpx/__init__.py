"""httpx: one interface for blocking and asynchronous requests, against the hosts of the scenario."""

import asyncio
import datetime
import json as _json
import _http

__version__ = '0.28.1'


class HTTPError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.request = None


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class ProtocolError(TransportError):
    pass


class RemoteProtocolError(ProtocolError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self.request = request
        self.response = response


class InvalidURL(Exception):
    pass


class Timeout:
    def __init__(self, timeout=None, *, connect=None, read=None, write=None, pool=None):
        self.connect = connect if connect is not None else timeout
        self.read = read if read is not None else timeout
        self.write = write if write is not None else timeout
        self.pool = pool if pool is not None else timeout


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry


class Request:
    def __init__(self, method, url, headers):
        self.method = method
        self.url = url
        self.headers = headers

    def __repr__(self):
        return f'<Request({self.method!r}, {self.url!r})>'


class Response:
    def __init__(self, request, status, reason, body, seconds):
        self.request = request
        self.url = request.url
        self.status_code = status
        self.reason_phrase = reason
        self.content = body
        self.headers = _http.response_headers(body)
        self.http_version = 'HTTP/1.1'
        self.history = []
        self.elapsed = datetime.timedelta(seconds=seconds)

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'

    @property
    def text(self):
        return self.content.decode('utf-8', 'replace')

    def json(self, **kwargs):
        return _json.loads(self.content.decode('utf-8'), **kwargs)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    @property
    def is_success(self):
        return 200 <= self.status_code < 300

    @property
    def is_error(self):
        return self.status_code >= 400

    def raise_for_status(self):
        if self.is_success:
            return self
        kind = 'Client error' if self.status_code < 500 else 'Server error'
        message = (f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\n"
                   f'For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}')
        raise HTTPStatusError(message, request=self.request, response=self)


class _BaseClient:
    def __init__(self, *, base_url='', headers=None, params=None, timeout=5.0, limits=None, follow_redirects=False,
                 verify=True, http2=False, auth=None, cookies=None, transport=None):
        self.base_url = base_url
        self.headers = dict(headers or {})
        self.params = params
        self.timeout = timeout
        self.limits = limits or Limits(max_connections=100, max_keepalive_connections=20)
        self.is_closed = False

    def _build(self, method, url, params, data, json, headers, timeout):
        if self.is_closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        url = str(url)
        if self.base_url and '://' not in url:
            url = self.base_url.rstrip('/') + '/' + url.lstrip('/')
        scheme, host, _ = _http.split(url)
        if not scheme:
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.")
        url = _http.with_params(_http.with_params(url, self.params), params)
        sent = dict(self.headers)
        sent.update(headers or {})
        body = _http.encode_body(data, json, sent)
        timeout = self.timeout if timeout == 'default' else timeout
        if isinstance(timeout, Timeout):
            timeout = timeout.read
        return Request(method.upper(), url, sent), body, timeout

    def _sent(self, request):
        return {'Accept-Encoding': 'gzip, deflate', 'Connection': 'keep-alive', 'User-Agent': 'python-httpx/' + __version__,
                **request.headers}

    def _answer(self, request, answer):
        if isinstance(answer, str):
            if answer == 'timeout':
                raise ReadTimeout('The read operation timed out')
            if answer == 'dns':
                raise ConnectError('[Errno -2] Name or service not known')
            if answer == 'closed':
                raise RemoteProtocolError('Server disconnected without sending a response.')
            raise ConnectError('[Errno 111] Connection refused')
        return Response(request, *answer)


class Client(_BaseClient):
    def request(self, method, url, *, params=None, data=None, json=None, content=None, headers=None,
                timeout='default', follow_redirects=None):
        request, body, timeout = self._build(method, url, params, data if content is None else content, json, headers, timeout)
        return self._answer(request, _http.ask(request.method, request.url, body, timeout, self._sent(request)))

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class AsyncClient(_BaseClient):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._places = None

    async def request(self, method, url, *, params=None, data=None, json=None, content=None, headers=None,
                      timeout='default', follow_redirects=None):
        request, body, timeout = self._build(method, url, params, data if content is None else content, json, headers, timeout)
        if self._places is None:
            self._places = asyncio.Semaphore(self.limits.max_connections or 2 ** 31)
        async with self._places:
            answer = await _http.ask_async(asyncio.get_running_loop(), request.method, request.url, body, timeout, self._sent(request))
        return self._answer(request, answer)

    async def get(self, url, **kwargs):
        return await self.request('GET', url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request('HEAD', url, **kwargs)

    async def options(self, url, **kwargs):
        return await self.request('OPTIONS', url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request('POST', url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request('PUT', url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request('PATCH', url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request('DELETE', url, **kwargs)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.aclose()


def request(method, url, **kwargs):
    with Client() as client:
        return client.request(method, url, **kwargs)


def get(url, **kwargs):
    return request('GET', url, **kwargs)


def head(url, **kwargs):
    return request('HEAD', url, **kwargs)


def post(url, **kwargs):
    return request('POST', url, **kwargs)


def put(url, **kwargs):
    return request('PUT', url, **kwargs)


def patch(url, **kwargs):
    return request('PATCH', url, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)
