"""requests: HTTP for people, against the hosts of the scenario."""

import json as _json
import datetime
import _http
from requests import adapters, exceptions
from requests.exceptions import (ConnectionError, ConnectTimeout, HTTPError, InvalidSchema, JSONDecodeError,
                                 MissingSchema, ReadTimeout, RequestException, Timeout, TooManyRedirects, InvalidURL)

__version__ = '2.32.3'


class _Codes:
    ok = 200
    created = 201
    accepted = 202
    no_content = 204
    not_modified = 304
    bad_request = 400
    unauthorized = 401
    forbidden = 403
    not_found = 404
    too_many_requests = 429
    internal_server_error = 500
    bad_gateway = 502
    service_unavailable = 503
    gateway_timeout = 504


codes = _Codes()


class PreparedRequest:
    def __init__(self, method, url, headers, body):
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'


class Response:
    def __init__(self, request, status, reason, body, seconds):
        self.request = request
        self.url = request.url
        self.status_code = status
        self.reason = reason
        self.content = body
        self.headers = _http.response_headers(body)
        self.encoding = 'utf-8'
        self.apparent_encoding = 'utf-8'
        self.history = []
        self.cookies = {}
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
    def text(self):
        return self.content.decode(self.encoding or 'utf-8', 'replace')

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except ValueError as e:
            raise JSONDecodeError(*e.args) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or len(self.content) or 1
        for start in range(0, len(self.content), size):
            yield self.content[start:start + size]

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        for line in self.content.splitlines():
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
        self.cookies = {}
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
        url = str(url)
        scheme, host, _ = _http.split(url)
        if not scheme:
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        adapter = self.get_adapter(url)
        if not host:
            raise InvalidURL(f'Invalid URL {url!r}: No host supplied')
        merged = dict(self.params)
        if isinstance(params, str):
            url = _http.with_params(url, params)
        else:
            merged.update(params or {})
        url = _http.with_params(url, merged)
        if url.count('/') == 2:
            url += '/'
        sent = dict(self.headers.items())
        sent.update(headers or {})
        body = _http.encode_body(data, json, sent)
        return adapter.send(PreparedRequest(method.upper(), url, sent, body), timeout)

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
