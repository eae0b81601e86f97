"""requests: HTTP for people, against the hosts of the scenario."""

import json as _json
import datetime
import _http
from requests import adapters, auth, exceptions
from requests.auth import HTTPBasicAuth, _basic_auth_str
from requests.exceptions import (ConnectionError, ConnectTimeout, HTTPError, InvalidSchema, JSONDecodeError,
                                 MissingSchema, ReadTimeout, RequestException, Timeout, TooManyRedirects, InvalidURL)

__version__ = '2.32.3'


class _Codes:
    """Status codes by name: `codes.ok`, `codes.NOT_FOUND`, `codes['created']`."""

    def __getattr__(self, name):
        wanted = name.lower()
        if wanted in ('ok', 'okay', 'all_ok', 'all_good', '\\o/'):
            return 200
        for code, phrase in _http.PHRASES.items():
            if phrase.lower().replace(' ', '_').replace('-', '_').replace("'", '') == wanted:
                return code
        if wanted in ('server_error', 'internal_server_error'):
            return 500
        raise AttributeError(f"'LookupDict' object has no attribute {name!r}")

    def __getitem__(self, name):
        return getattr(self, name, None)


codes = _Codes()


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method, self.url, self.headers, self.files, self.data = method, url, headers or {}, files or [], data or []
        self.params, self.auth, self.cookies, self.hooks, self.json = params or {}, auth, cookies, hooks or {}, json

    def __repr__(self):
        return f'<Request [{self.method}]>'

    def prepare(self):
        return Session._prepare(None, self)


class PreparedRequest:
    def __init__(self, method, url, headers, body):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.hooks = {'response': []}

    @property
    def path_url(self):
        return _http.split(self.url)[2] or '/'

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'


class CookieJar(dict):
    """Names and values; the domain and path of a cookie do not matter here."""

    def set(self, name, value, **kwargs):
        self[name] = value

    def get_dict(self, domain=None, path=None):
        return dict(self)


class _Raw:
    """`response.raw`: the body as a stream."""

    def __init__(self, body):
        import io
        self._file = io.BytesIO(body)
        self.decode_content = True

    def read(self, amt=None, decode_content=None):
        return self._file.read(-1 if amt is None else amt)

    def stream(self, amt=65536, decode_content=None):
        while piece := self.read(amt):
            yield piece


class Response:
    def __init__(self, request, status, reason, body, seconds):
        self.request = request
        self.url = request.url
        self.status_code = status
        self.reason = reason
        self.content = body
        self.headers = _http.response_headers(body)
        self.encoding = 'utf-8' if 'json' in self.headers.get('Content-Type', '') else self.headers.get_content_charset()
        if self.encoding is None and self.headers.get('Content-Type', '').startswith('text/'):
            self.encoding = 'ISO-8859-1'
        self.apparent_encoding = 'utf-8'
        self.history = []
        self.cookies = CookieJar()
        self.links = {}
        self.raw = _Raw(body)
        self.elapsed = datetime.timedelta(seconds=seconds)

    def __repr__(self):
        return f'<Response [{self.status_code}]>'

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return False

    @property
    def is_permanent_redirect(self):
        return False

    @property
    def next(self):
        return None

    @property
    def text(self):
        return self.content.decode(self.encoding or 'utf-8', 'replace')

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except ValueError as e:
            raise JSONDecodeError(e.msg, e.doc, e.pos) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or len(self.content) or 1
        data = self.text if decode_unicode and self.encoding else self.content
        for start in range(0, len(data), size):
            yield data[start:start + size]

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        data = self.text if decode_unicode and self.encoding else self.content
        for line in data.split(delimiter) if delimiter else data.splitlines():
            yield line

    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            kind = 'Client' if self.status_code < 500 else 'Server'
            message = f'{self.status_code} {kind} Error: {self.reason} for url: {self.url}'
            raise HTTPError(message, response=self, request=self.request)

    def close(self):
        pass


class Session:
    def __init__(self):
        self.headers = _http.Headers([('User-Agent', 'python-requests/2.32.3'), ('Accept-Encoding', 'gzip, deflate'),
                                      ('Accept', '*/*'), ('Connection', 'keep-alive')])
        self.auth = None
        self.params = {}
        self.cookies = CookieJar()
        self.hooks = {'response': []}
        self.stream = False
        self.trust_env = True
        self.proxies = {}
        self.verify = True
        self.cert = None
        self.max_redirects = 30
        self.adapters = {}
        self.mount('https://', adapters.HTTPAdapter())
        self.mount('http://', adapters.HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter

    def get_adapter(self, url):
        found = ''
        for prefix in self.adapters:
            if url.lower().startswith(prefix.lower()) and len(prefix) > len(found):
                found = prefix
        if not found:
            raise InvalidSchema(f'No connection adapters were found for {url!r}')
        return self.adapters[found]

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
                json=None):
        request = Request(method, url, headers, files, data, params, auth, cookies, hooks, json)
        return self.send(self.prepare_request(request), timeout=timeout)

    def prepare_request(self, request):
        return self._prepare(request)

    def _prepare(self, request):
        """A request made ready; without a session (None) nothing is added to it."""
        url = str(request.url)
        scheme, host, _ = _http.split(url)
        if not scheme:
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        if self is not None:
            self.get_adapter(url)
        if not host:
            raise InvalidURL(f'Invalid URL {url!r}: No host supplied')
        merged = dict(self.params) if self is not None else {}
        if isinstance(request.params, str):
            url = _http.with_params(url, request.params)
        else:
            merged.update(request.params or {})
        url = _http.with_params(url, {k: v for k, v in merged.items() if v is not None})
        if url.count('/') == 2:
            url += '/'
        sent = _http.Headers(self.headers.items() if self is not None else ())
        for name, value in (request.headers or {}).items():
            if value is not None:
                sent[name] = value
            elif name in sent:
                del sent[name]
        cookies = {**(self.cookies if self is not None else {}), **(request.cookies or {})}
        if cookies:
            sent['Cookie'] = _http.cookie_header(cookies)
        if request.files:
            data = request.data or {}
            body = _http.multipart(data.items() if hasattr(data, 'items') else data, request.files, sent)
        else:
            data = request.data
            body = _http.encode_body(data.read() if hasattr(data, 'read') else data or None, request.json, sent)
        if isinstance(request.data, str) and request.data:
            body = request.data
        elif not request.files and request.data and not isinstance(request.data, (bytes, bytearray)) and body:
            body = body.decode('ascii') if hasattr(request.data, '__iter__') and not hasattr(request.data, 'read') else body
        if body:
            sent['Content-Length'] = str(len(body))
        elif request.method.upper() in ('POST', 'PUT', 'PATCH'):
            sent['Content-Length'] = '0'
        ready = PreparedRequest(request.method.upper(), url, sent, body or None)
        asked = request.auth or (self.auth if self is not None else None)
        if isinstance(asked, tuple):
            asked = HTTPBasicAuth(*asked)
        if asked:
            ready = asked(ready) or ready
        for hooks in ((self.hooks if self is not None else {}), request.hooks or {}):
            found = hooks.get('response') or []
            ready.hooks['response'] += [found] if callable(found) else found
        return ready

    def send(self, request, timeout=None, **kwargs):
        response = self.get_adapter(request.url).send(request, timeout=timeout, **kwargs)
        for hook in request.hooks['response']:
            response = hook(response, timeout=timeout, verify=True, proxies={}, stream=False, cert=None) or response
        return response

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def close(self):
        pass


def session():
    return Session()


def request(method, url, **kwargs):
    with Session() as s:
        return s.request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request('GET', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('OPTIONS', url, **kwargs)


def head(url, **kwargs):
    return request('HEAD', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('POST', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('PUT', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('PATCH', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)
