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


class WriteError(NetworkError):
    pass


class CloseError(NetworkError):
    pass


class WriteTimeout(TimeoutException):
    pass


class LocalProtocolError(ProtocolError):
    pass


class DecodingError(RequestError):
    pass


class TooManyRedirects(RequestError):
    pass


class StreamError(RuntimeError):
    pass


class ResponseNotRead(StreamError):
    def __init__(self):
        super().__init__('Attempted to access streaming response content, without having called `read()`.')


class StreamConsumed(StreamError):
    def __init__(self):
        super().__init__(
            'Attempted to read or stream some content, but the content has already been streamed. For requests, this could '
            'be due to passing a generator as request content, and then receiving a redirect response or a secondary request '
            'as part of an authentication flow.For responses, this could be due to attempting to stream the response '
            'content more than once.')


class Timeout:
    def __init__(self, timeout=None, *, connect=None, read=None, write=None, pool=None):
        self.connect = connect if connect is not None else timeout
        self.read = read if read is not None else timeout
        self.write = write if write is not None else timeout
        self.pool = pool if pool is not None else timeout

    def __repr__(self):
        if self.connect == self.read == self.write == self.pool:
            return f'Timeout(timeout={self.connect})'
        return f'Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})'


class URL(str):
    """The text of a URL that knows its parts."""

    def _parts(self):
        from urllib.parse import urlsplit
        return urlsplit(str(self))

    scheme = property(lambda self: self._parts().scheme)
    host = property(lambda self: self._parts().hostname or '')
    port = property(lambda self: self._parts().port)
    path = property(lambda self: self._parts().path or '/')
    query = property(lambda self: self._parts().query.encode('ascii'))
    fragment = property(lambda self: self._parts().fragment)
    params = property(lambda self: QueryParams(self._parts().query))

    def join(self, url):
        from urllib.parse import urljoin
        return URL(urljoin(str(self), str(url)))

    def copy_with(self, params):
        return URL(_http.with_params(self.partition('?')[0], params))

    def __repr__(self):
        return f'URL({str.__str__(self)!r})'


class QueryParams(dict):
    def __init__(self, given=()):
        from urllib.parse import parse_qsl
        super().__init__(parse_qsl(given, keep_blank_values=True) if isinstance(given, str) else given)

    def __str__(self):
        return _http.encode_query(self)


class _Codes:
    """Status codes by name: `codes.NOT_FOUND`."""

    def __getattr__(self, name):
        for code, phrase in _http.PHRASES.items():
            if phrase.upper().replace(' ', '_').replace('-', '_').replace("'", '') == name:
                return code
        raise AttributeError(name)


codes = _Codes()
Headers = _http.Headers


class Cookies(dict):
    def set(self, name, value, domain='', path='/'):
        self[name] = value


class Auth:
    def auth_flow(self, request):
        yield request


class BasicAuth(Auth):
    def __init__(self, username, password):
        self._header = _http.basic_auth(username, password)

    def auth_flow(self, request):
        request.headers['Authorization'] = self._header
        yield request


class HTTPTransport:
    def __init__(self, *, retries=0, limits=None, verify=True, http2=False, **kwargs):
        self.retries = retries
        self.limits = limits


AsyncHTTPTransport = HTTPTransport


class MockTransport:
    """Answers by a function of the request in place of the network."""

    retries = 0
    limits = None

    def __init__(self, handler):
        self.handler = handler


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry
