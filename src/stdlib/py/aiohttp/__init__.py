"""aiohttp's client: HTTP on an event loop, against the hosts of the scenario."""

from aiohttp import client_exceptions, connector
from aiohttp.client_exceptions import (ClientConnectionError, ClientConnectorError, ClientError, ClientOSError,
                                       ClientPayloadError, ClientResponseError, ContentTypeError, InvalidURL,
                                       ServerDisconnectedError, ServerTimeoutError, ConnectionTimeoutError,
                                       ClientConnectorDNSError, ServerConnectionError)
from aiohttp.client import ClientResponse, ClientSession, ClientTimeout, CookieJar, RequestInfo, StreamReader, request
from aiohttp.connector import BaseConnector, TCPConnector

__version__ = '3.11.10'


class BasicAuth:
    def __init__(self, login, password='', encoding='latin1'):
        if login is None or password is None:
            raise ValueError('None is not allowed as login or password value')
        self.login = login
        self.password = password
        self.encoding = encoding

    def encode(self):
        import _http
        return _http.basic_auth(self.login, self.password)

    def __repr__(self):
        return f'BasicAuth(login={self.login!r}, password={self.password!r}, encoding={self.encoding!r})'


class FormData:
    def __init__(self, fields=(), **kwargs):
        self._fields = []
        for name, value in fields.items() if hasattr(fields, 'items') else fields:
            self.add_field(name, value)

    def add_field(self, name, value, *, content_type=None, filename=None, content_transfer_encoding=None):
        self._fields.append((name, value, filename, content_type))

    def _encode(self, headers):
        import _http
        if not any(file or kind or hasattr(value, 'read') for _, value, file, kind in self._fields):
            return _http.encode_body([(name, value) for name, value, _, _ in self._fields], None, headers)
        files = [(name, (file, value, kind)) for name, value, file, kind in self._fields
                 if file or kind or hasattr(value, 'read')]
        plain = [(name, value) for name, value, file, kind in self._fields if not (file or kind or hasattr(value, 'read'))]
        return _http.multipart(plain, files, headers)


class TraceConfig:
    """Callbacks for what happens to requests; `append` to its lists of coroutines."""

    def __init__(self, trace_config_ctx_factory=None):
        self._factory = trace_config_ctx_factory
        for event in ('request_start request_end request_exception request_redirect request_chunk_sent request_headers_sent '
                      'response_chunk_received connection_queued_start connection_queued_end connection_create_start '
                      'connection_create_end connection_reuseconn dns_resolvehost_start dns_resolvehost_end '
                      'dns_cache_hit dns_cache_miss').split():
            setattr(self, 'on_' + event, [])

    def _context(self, given):
        import types
        if self._factory is not None:
            return self._factory(trace_request_ctx=given)
        return types.SimpleNamespace(trace_request_ctx=given)

    def freeze(self):
        pass


class DummyCookieJar(CookieJar):
    def update_cookies(self, cookies, response_url=None):
        pass


def __getattr__(name):
    if name in ('web', 'WSMsgType', 'ClientWebSocketResponse'):
        import _loop
        _loop.unsupported(f'aiohttp.{name} is not supported: only the client side of HTTP is')
    raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")
