"""Sessions, requests, responses."""

import asyncio
import json as _json
import _http
from _loop import ended as _ended, unwatch as _unwatch
from functools import cached_property
from aiohttp import client_exceptions
from aiohttp.connector import TCPConnector, _made, _unclosed

_UNSET = object()


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect
        self.ceil_threshold = ceil_threshold

    def __repr__(self):
        return (f'ClientTimeout(total={self.total!r}, connect={self.connect!r}, sock_read={self.sock_read!r}, '
                f'sock_connect={self.sock_connect!r}, ceil_threshold={self.ceil_threshold!r})')


DEFAULT_TIMEOUT = ClientTimeout(total=300, sock_connect=30)


class URL:
    """What aiohttp takes from yarl, as far as a client shows it."""

    def __init__(self, text):
        self._text = str(text)
        self.scheme, self.host, path = _http.split(self._text)
        self.path, _, self.query_string = path.partition('?')

    def __str__(self):
        return self._text

    def __repr__(self):
        return f'URL({self._text!r})'

    def __eq__(self, other):
        return isinstance(other, URL) and self._text == other._text

    def __hash__(self):
        return hash(self._text)

    @property
    def name(self):
        return self.path.rpartition('/')[2]

    @property
    def query(self):
        from urllib.parse import parse_qsl
        return dict(parse_qsl(self.query_string, keep_blank_values=True))

    def with_query(self, query):
        return URL(_http.with_params(self._text.partition('?')[0], query))

    def __truediv__(self, name):
        return URL(f"{self._text.partition('?')[0].rstrip('/')}/{name}")

    def join(self, other):
        from urllib.parse import urljoin
        return URL(urljoin(self._text, str(other)))


class RequestInfo:
    def __init__(self, url, method, headers):
        self.url = url
        self.real_url = url
        self.method = method
        self.headers = headers


class StreamReader:
    def __init__(self, response):
        self._response = response
        self._at = 0

    async def read(self, n=-1):
        data = self._response._body
        end = len(data) if n < 0 else min(len(data), self._at + n)
        piece = data[self._at:end]
        self._at = end
        if end == len(data):
            self._response.release()
        return piece

    async def iter_chunked(self, n):
        while True:
            piece = await self.read(n)
            if not piece:
                return
            yield piece

    async def iter_any(self):
        yield await self.read()

    async def iter_chunks(self):
        yield await self.read(), True

    async def readany(self):
        return await self.read()

    async def readline(self):
        end = self._response._body.find(b'\n', self._at)
        return await self.read(-1 if end < 0 else end + 1 - self._at)

    async def readexactly(self, n):
        piece = await self.read(n)
        if len(piece) < n:
            raise asyncio.IncompleteReadError(piece, n)
        return piece

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b'':
            raise StopAsyncIteration
        return line

    def at_eof(self):
        return self._at >= len(self._response._body)


class ClientResponse:
    history = ()
    charset = 'utf-8'

    def __init__(self, session, method, url, host, sent, answer):
        self._session = session
        self._address = url
        self._sent = sent
        self.method = method
        self.host = host
        self.status, self.reason, self._body, _ = answer
        self._held = True

    @cached_property
    def url(self):
        return URL(self._address)

    @property
    def real_url(self):
        return self.url

    @cached_property
    def request_info(self):
        return RequestInfo(self.url, self.method, self._sent)

    @cached_property
    def headers(self):
        return _http.response_headers(self._body)

    @cached_property
    def cookies(self):
        return {}

    @cached_property
    def content(self):
        return StreamReader(self)

    def __repr__(self):
        return f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n'

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_type(self):
        return self.headers['Content-Type'].partition(';')[0]

    @property
    def content_length(self):
        return len(self._body)

    @property
    def closed(self):
        return not self._held

    def release(self):
        if self._held:
            self._held = False
            self._session._connector._release(self.host, True)

    def close(self):
        if self._held:
            self._held = False
            self._session._connector._release(self.host)

    async def wait_for_close(self):
        self.release()

    async def read(self):
        self.release()
        return self._body

    async def text(self, encoding=None, errors='strict'):
        self.release()
        return self._body.decode(encoding or 'utf-8', errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type='application/json'):
        self.release()
        if content_type is not None and self.content_type != content_type:
            raise client_exceptions.ContentTypeError(
                self.request_info, self.history, status=self.status,
                message=f'Attempt to decode JSON with unexpected mimetype: {self.headers["Content-Type"]}')
        return loads(self._body.decode(encoding or 'utf-8'))

    def raise_for_status(self):
        if self.status >= 400:
            self.release()
            raise client_exceptions.ClientResponseError(
                self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    async def __aenter__(self):
        return self

    def __aexit__(self, exc_type, exc, tb):
        self.release()
        return _ended


class _Moment:
    """What a trace callback is told."""

    def __init__(self, **what):
        self.__dict__.update(what)


async def _tell(session, traces, event, **what):
    for config, context in traces:
        for callback in getattr(config, event):
            await callback(session, context, _Moment(**what))


class _RequestContext:
    """Both `await session.get(...)` and `async with session.get(...)`."""

    def __init__(self, coro):
        self._coro = coro

    def __await__(self):
        return self._coro.__await__()

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    async def __aenter__(self):
        self._response = await self._coro
        return self._response

    def __aexit__(self, exc_type, exc, tb):
        self._response.release()
        return _ended


class CookieJar:
    """Cookies by name, for every host alike."""

    def __init__(self, *, unsafe=False, quote_cookie=True, **kwargs):
        self._cookies = {}

    def update_cookies(self, cookies, response_url=None):
        self._cookies.update(cookies)

    def clear(self, predicate=None):
        self._cookies.clear()

    def filter_cookies(self, request_url=None):
        return dict(self._cookies)

    def __iter__(self):
        return iter(self._cookies)

    def __len__(self):
        return len(self._cookies)


class ClientSession:
    _closed = True

    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, skip_auto_headers=None,
                 auth=None, json_serialize=_json.dumps, raise_for_status=False, timeout=_UNSET, connector_owner=True,
                 trust_env=False, cookie_jar=None, **kwargs):
        self._loop = asyncio.get_running_loop() if loop is None else loop
        self._connector = TCPConnector() if connector is None else connector
        self._base_url = None if base_url is None else str(base_url)
        self._headers = dict(headers or {})
        self._auth = auth
        self._dumps = json_serialize
        self._jar = cookie_jar if cookie_jar is not None else CookieJar()
        self._jar.update_cookies(cookies or {})
        self._traces = kwargs.get('trace_configs') or []
        self._raise_for_status = raise_for_status
        # Whether more than sending belongs to every request.
        self._asks_more = bool(base_url is not None or auth is not None or raise_for_status or self._traces)
        self._timeout = DEFAULT_TIMEOUT if timeout is _UNSET or timeout is None else timeout
        self._closed = False
        self._owner = connector_owner
        self._source_traceback = _made(self._loop)

    def __del__(self):
        if not self._closed:
            _unclosed(self, 'client_session', 'client session')

    @property
    def closed(self):
        return self._closed

    @property
    def connector(self):
        return self._connector

    @property
    def headers(self):
        return self._headers

    @property
    def auth(self):
        return self._auth

    @property
    def cookie_jar(self):
        return self._jar

    @property
    def timeout(self):
        return self._timeout

    def _absolute(self, url):
        url = str(url)
        if self._base_url is not None and '://' not in url:
            scheme, host, _ = _http.split(self._base_url)
            base = self._base_url if self._base_url.endswith('/') else f'{scheme}://{host}/'
            url = f'{scheme}://{host}{url}' if url.startswith('/') else base + url
        return url

    def _request(self, method, url, **options):
        """The coroutine of a response. What is asked for plainly needs but to be sent."""
        if not options and not self._asks_more and not self._jar._cookies and _http.is_plain(url):
            return self._send(method, url, b'', self._headers, self._timeout, True)
        return self._prepare(method, url, **options)

    async def _prepare(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None,
                       raise_for_status=None, allow_redirects=True, cookies=None, auth=None, trace_request_ctx=None,
                       **kwargs):
        if self._closed:
            raise RuntimeError('Session is closed')
        if type(url) is not str or self._base_url is not None:
            url = self._absolute(url)
        if params is not None:
            url = _http.with_params(url, params)
        scheme, host, _ = _http.split(url)
        if not scheme or not host:
            raise client_exceptions.InvalidURL(url)
        sent, body = self._headers, b''
        if headers is not None or data is not None or json is not None:
            sent = {**sent, **(headers or {})}
            if hasattr(data, '_encode'):
                body = data._encode(sent)
            elif hasattr(data, 'read'):
                body = data.read()
            elif json is not None:
                sent.setdefault('Content-Type', 'application/json')
                body = self._dumps(json).encode('utf-8')
            else:
                body = _http.encode_body(data, None, sent)
        auth = self._auth if auth is None else auth
        if auth is not None:
            sent = {**sent, 'Authorization': auth.encode()}
        if cookies or self._jar._cookies:
            sent = {**sent, 'Cookie': _http.cookie_header({**self._jar._cookies, **(cookies or {})})}
        timeout = self._timeout if timeout is None or timeout is _UNSET else timeout
        traces = [(config, config._context(trace_request_ctx)) for config in self._traces]
        if traces:
            await _tell(self, traces, 'on_request_start', method=method, url=URL(url), headers=sent)
            try:
                response = await self._send(method, url, body, sent, timeout, False)
            except Exception as e:
                await _tell(self, traces, 'on_request_exception', method=method, url=URL(url), headers=sent, exception=e)
                raise
            await _tell(self, traces, 'on_request_end', method=method, url=URL(url), headers=sent, response=response)
        else:
            response = await self._send(method, url, body, sent, timeout, False)
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        if callable(check):
            await check(response)
        elif check:
            response.raise_for_status()
        return response

    async def _send(self, method, url, body, sent, timeout, plain):
        """Sends what is ready to be sent; `plain` when it is known that a host of the scenario answers as hosts do."""
        if self._closed:
            raise RuntimeError('Session is closed')
        total, sock_read = timeout, None
        if isinstance(timeout, ClientTimeout):
            total, sock_read = timeout.total, timeout.sock_read
        loop, connector = self._loop, self._connector
        deadline = loop._deadline(total) if total else None
        host, future = _http.host(url), None
        try:
            if not connector._try(host):
                await connector._connect(host)
            try:
                if plain or not _http.is_own(url):
                    future = loop._request(method, url, body, sock_read)
                    answer = await future
                else:
                    agent = {'Accept-Encoding': 'gzip, deflate', 'User-Agent': 'Python/3.13 aiohttp/3.11'}
                    answer = await _http.ask_async(loop, method, url, body, sock_read, {**agent, **sent})
            except BaseException:
                if future is not None:
                    loop._give_up(future)
                connector._release(host)
                raise
        except asyncio.CancelledError:
            if deadline is not None and deadline._fired:
                asyncio.current_task().uncancel()
                raise asyncio.TimeoutError from None
            raise
        finally:
            if deadline is not None:
                deadline.cancel()
        if type(answer) is str:
            connector._release(host)
            self._fail(answer, host)
        if not plain and future is not None:
            answer = _http.known(method, url, body, sent, answer)
        return ClientResponse(self, method, url, host, sent, answer)

    _send.__qualname__ = _prepare.__qualname__ = 'ClientSession._request'

    def _fail(self, why, host):
        if why == 'timeout':
            raise client_exceptions.ServerTimeoutError('Timeout on reading data from socket')
        if why == 'dns':
            raise client_exceptions.ClientConnectorDNSError(host, 'Name or service not known')
        if why == 'closed':
            raise client_exceptions.ServerDisconnectedError()
        raise client_exceptions.ClientConnectorError(host, f"Connect call failed ('{host}', 443)")

    def request(self, method, url, **kwargs):
        return _RequestContext(self._request(method.upper(), url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return _RequestContext(self._request('GET', url, **kwargs))

    def options(self, url, **kwargs):
        return _RequestContext(self._request('OPTIONS', url, **kwargs))

    def head(self, url, **kwargs):
        return _RequestContext(self._request('HEAD', url, **kwargs))

    def post(self, url, *, data=None, **kwargs):
        return _RequestContext(self._request('POST', url, data=data, **kwargs))

    def put(self, url, *, data=None, **kwargs):
        return _RequestContext(self._request('PUT', url, data=data, **kwargs))

    def patch(self, url, *, data=None, **kwargs):
        return _RequestContext(self._request('PATCH', url, data=data, **kwargs))

    def delete(self, url, **kwargs):
        return _RequestContext(self._request('DELETE', url, **kwargs))

    def ws_connect(self, *args, **kwargs):
        import _loop
        _loop.unsupported('aiohttp web sockets are not supported: only HTTP requests are')

    async def close(self):
        if not self._closed:
            self._closed = True
            _unwatch(self)
            if self._owner:
                await self._connector.close()

    async def __aenter__(self):
        # It will be closed.
        _unwatch(self)
        if self._owner:
            self._connector._certain()
        return self

    async def __aexit__(self, *args):
        await self.close()

    def __enter__(self):
        raise TypeError('Use async with instead')

    def __exit__(self, *args):
        pass


class _OneRequest:
    def __init__(self, method, url, kwargs):
        self._method, self._url, self._kwargs = method, url, kwargs

    async def __aenter__(self):
        self._session = ClientSession()
        self._response = await self._session._request(self._method.upper(), self._url, **self._kwargs)
        return self._response

    async def __aexit__(self, exc_type, exc, tb):
        self._response.release()
        await self._session.close()


def request(method, url, **kwargs):
    return _OneRequest(method, url, kwargs)
