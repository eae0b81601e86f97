"""What the HTTP client libraries share: status words, headers without case, URLs, bodies, and asking the machine."""

import json as _json
import _loop

PHRASES = {
    100: 'Continue', 101: 'Switching Protocols', 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'No Content',
    206: 'Partial Content', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified',
    307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized',
    403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 408: 'Request Timeout', 409: 'Conflict',
    410: 'Gone', 418: "I'm a Teapot", 422: 'Unprocessable Entity', 429: 'Too Many Requests',
    500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable',
    504: 'Gateway Timeout',
}

_SAFE = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class Headers:
    """A mapping whose keys are compared without case."""

    def __init__(self, items=None):
        self._items = {}
        if items:
            self.update(items)

    def update(self, items):
        pairs = items.items() if hasattr(items, 'items') else items
        for key, value in pairs:
            self[key] = value

    def __getitem__(self, key):
        return self._items[key.lower()][1]

    def __setitem__(self, key, value):
        self._items[key.lower()] = (key, value)

    def __delitem__(self, key):
        del self._items[key.lower()]

    def __contains__(self, key):
        return isinstance(key, str) and key.lower() in self._items

    def __iter__(self):
        return iter([key for key, _ in self._items.values()])

    def __len__(self):
        return len(self._items)

    def get(self, key, default=None):
        found = self._items.get(key.lower())
        return default if found is None else found[1]

    def keys(self):
        return [key for key, _ in self._items.values()]

    def values(self):
        return [value for _, value in self._items.values()]

    def items(self):
        return list(self._items.values())

    def __repr__(self):
        return repr(dict(self._items.values()))


def quote(text, safe=''):
    out = []
    for byte in str(text).encode('utf-8'):
        char = chr(byte)
        out.append(char if char in _SAFE or char in safe else f'%{byte:02X}')
    return ''.join(out)


def encode_query(params):
    pairs = params.items() if hasattr(params, 'items') else params
    parts = []
    for key, value in pairs:
        if value is None:
            continue
        for one in value if isinstance(value, (list, tuple)) else [value]:
            parts.append(f'{quote(key).replace("%20", "+")}={quote(one).replace("%20", "+")}')
    return '&'.join(parts)


def with_params(url, params):
    if not params:
        return url
    query = params if isinstance(params, str) else encode_query(params)
    if not query:
        return url
    return url + ('&' if '?' in url else '?') + query


split = _loop.split


def encode_body(data, json, headers):
    if json is not None:
        headers.setdefault('Content-Type', 'application/json')
        return _json.dumps(json).encode('utf-8')
    if data is None:
        return b''
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, str):
        return data.encode('utf-8')
    headers.setdefault('Content-Type', 'application/x-www-form-urlencoded')
    return encode_query(data).encode('utf-8')


def response_headers(body):
    if type(body) is not bytes:
        return Headers(body.headers)
    kind = 'application/json' if body[:1] in (b'{', b'[') else 'text/html; charset=utf-8'
    return Headers([('Content-Type', kind), ('Content-Length', str(len(body))), ('Server', 'interleave')])


def is_own(url):
    # What listens on this machine is the program's own.
    rest = url.partition('://')[2]
    return rest.startswith(('localhost', '127.0.0.1', '0.0.0.0')) and rest.replace('/', ':').split(':')[0] in _OWN


_OWN = {'localhost', '127.0.0.1', '0.0.0.0'}


def ask(method, url, body, timeout, headers=None):
    # Waits for the answer: (status, reason, body, seconds), or a string naming the failure.
    if is_own(url) and not _loop.request('KNOWN', url, b'', None):
        import _local
        return _local.ask(method, url, body, timeout, headers)
    return _loop.request(method, url, body, timeout)


async def ask_async(loop, method, url, body, timeout, headers=None):
    if is_own(url) and not _loop.request('KNOWN', url, b'', None):
        import _local
        return await _local.ask_async(method, url, body, timeout, headers)
    return await loop._ask(method, url, body, timeout)
