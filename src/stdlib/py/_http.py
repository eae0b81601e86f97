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

    def setdefault(self, key, value=None):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if default and key not in self:
            return default[0]
        return self._items.pop(key.lower())[1]

    def copy(self):
        return type(self)(self.items())

    def getall(self, key, default=None):
        return [self[key]] if key in self else default

    get_all = getlist = getall

    def get_content_type(self):
        return self.get('Content-Type', 'text/plain').partition(';')[0].strip().lower()

    def get_content_charset(self, failobj=None):
        _, found, charset = self.get('Content-Type', '').partition('charset=')
        return charset.strip().lower() if found else failobj

    def __eq__(self, other):
        pairs = lambda items: {k.lower(): v for k, v in items.items()}
        return hasattr(other, 'items') and pairs(self) == pairs(other)

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
host = _loop.host
is_own = _loop.is_own
is_plain = _loop.is_plain


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


def basic_auth(user, password):
    import base64
    return 'Basic ' + base64.b64encode(f'{user}:{password}'.encode('latin-1')).decode('ascii')


def multipart(fields, files, headers):
    """The body of a form with files: pairs of a name and a file, or (file name, contents, type)."""
    import mimetypes
    boundary = '0123456789abcdef' * 2
    parts = []
    for name, value in fields:
        parts.append((f'form-data; name="{name}"', None, value))
    for name, given in files.items() if hasattr(files, 'items') else files:
        given = given if isinstance(given, tuple) else (None, given)
        shown, content, kind = (*given, None)[:3]
        if hasattr(content, 'read'):
            shown = shown or str(getattr(content, 'name', name)).rpartition('/')[2]
            content = content.read()
        shown = shown or name
        kind = kind or mimetypes.guess_type(shown)[0]
        parts.append((f'form-data; name="{name}"; filename="{shown}"', kind, content))
    out = []
    for place, kind, content in parts:
        lines = [f'--{boundary}', f'Content-Disposition: {place}', *([f'Content-Type: {kind}'] if kind else []), '', '']
        content = content if isinstance(content, (bytes, bytearray)) else str(content).encode('utf-8')
        out.append('\r\n'.join(lines).encode('utf-8') + bytes(content) + b'\r\n')
    headers['Content-Type'] = f'multipart/form-data; boundary={boundary}'
    return b''.join(out) + f'--{boundary}--\r\n'.encode('ascii')


def cookie_header(cookies):
    pairs = cookies.items() if hasattr(cookies, 'items') else cookies
    return '; '.join(f'{name}={value}' for name, value in pairs)


def known(method, url, body, headers, answer):
    """The answer; that of httpbin tells of the request, as httpbin does."""
    if type(answer) is tuple and split(url)[1].startswith('httpbin') and type(answer[2]) is bytes:
        import _httpbin
        return _httpbin.answer(method, url, body, headers, answer)
    return answer


def response_headers(body):
    if type(body) is not bytes:
        return Headers(body.headers)
    kind = 'application/json' if body[:1] in (b'{', b'[') else 'text/html; charset=utf-8'
    return Headers([('Content-Type', kind), ('Content-Length', str(len(body))), ('Server', 'interleave')])


def ask(method, url, body, timeout, headers=None):
    # Waits for the answer: (status, reason, body, seconds), or a string naming the failure.
    if is_own(url) and not _loop.request('KNOWN', url, b'', None):
        import _local
        return _local.ask(method, url, body, timeout, headers)
    return known(method, url, body, headers, _loop.request(method, url, body, timeout))


async def ask_async(loop, method, url, body, timeout, headers=None):
    if is_own(url) and not _loop.request('KNOWN', url, b'', None):
        import _local
        return await _local.ask_async(method, url, body, timeout, headers)
    return known(method, url, body, headers, await loop._ask(method, url, body, timeout))
