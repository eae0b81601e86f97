"""aiohttp's client: HTTP on an event loop, against the hosts of the scenario."""

from aiohttp import client_exceptions, connector
from aiohttp.client_exceptions import (ClientConnectionError, ClientConnectorError, ClientError, ClientOSError,
                                       ClientPayloadError, ClientResponseError, ContentTypeError, InvalidURL,
                                       ServerDisconnectedError, ServerTimeoutError)
from aiohttp.client import ClientResponse, ClientSession, ClientTimeout, request
from aiohttp.connector import BaseConnector, TCPConnector

__version__ = '3.11.10'


class BasicAuth:
    def __init__(self, login, password='', encoding='latin1'):
        self.login = login
        self.password = password
        self.encoding = encoding


class FormData:
    def __init__(self, fields=()):
        self._fields = list(fields.items() if hasattr(fields, 'items') else fields)

    def add_field(self, name, value, **kwargs):
        self._fields.append((name, value))

    def items(self):
        return self._fields


def __getattr__(name):
    if name in ('web', 'WSMsgType', 'ClientWebSocketResponse'):
        import _loop
        _loop.unsupported(f'aiohttp.{name} is not supported: only the client side of HTTP is')
    raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")
