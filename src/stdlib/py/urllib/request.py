"""urlopen: one blocking request."""

import _http
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlencode, urljoin, urlparse, urlsplit


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {k.capitalize(): v for k, v in headers.items()}
        self.method = method

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def get_method(self):
        return self.method or ('GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url


class _Response:
    def __init__(self, url, status, reason, body):
        self.url = url
        self.status = self.code = status
        self.reason = self.msg = reason
        self.headers = _http.response_headers(body)
        self._body = body
        self._at = 0

    def read(self, amt=None):
        end = len(self._body) if amt is None or amt < 0 else self._at + amt
        piece = self._body[self._at:end]
        self._at = min(end, len(self._body))
        return piece

    def readline(self):
        end = self._body.find(b'\n', self._at)
        return self.read((len(self._body) if end < 0 else end + 1) - self._at)

    def readlines(self):
        return list(self)

    def __iter__(self):
        while True:
            line = self.readline()
            if not line:
                return
            yield line

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def urlopen(url, data=None, timeout=None, **kwargs):
    request = url if isinstance(url, Request) else Request(url, data)
    if isinstance(request.data, str):
        raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    scheme, host, _ = _http.split(request.full_url)
    if not scheme:
        raise ValueError(f'unknown url type: {request.full_url!r}')
    sent = {'User-Agent': 'Python-urllib/3.13', 'Accept-Encoding': 'identity', 'Connection': 'close', **request.headers}
    if request.data is not None and 'Content-type' not in sent:
        sent['Content-Type'] = 'application/x-www-form-urlencoded'
    answer = _http.ask(request.get_method(), request.full_url, request.data or b'', timeout, sent)
    if isinstance(answer, str):
        if answer == 'timeout':
            raise TimeoutError('timed out' if scheme == 'http' else 'The read operation timed out')
        if answer == 'dns':
            import socket
            raise URLError(socket.gaierror(-2, 'Name or service not known'))
        if answer == 'closed':
            import http.client
            raise http.client.RemoteDisconnected('Remote end closed connection without response')
        raise URLError(ConnectionRefusedError(111, 'Connection refused'))
    status, reason, body, _ = answer
    if status >= 400:
        raise HTTPError(request.full_url, status, reason, _http.response_headers(body), _Response(request.full_url, status, reason, body))
    return _Response(request.full_url, status, reason, body)
