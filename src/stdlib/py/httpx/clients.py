# httpx: the clients, and the functions that make one for a request.

_DEFAULT = 'default'


class _BaseClient:
    def __init__(self, *, base_url='', headers=None, params=None, timeout=5.0, limits=None, follow_redirects=False,
                 verify=True, http1=True, http2=False, auth=None, cookies=None, transport=None, event_hooks=None,
                 max_redirects=20, proxy=None, mounts=None, trust_env=True, cert=None, default_encoding='utf-8'):
        self.base_url = URL(base_url)
        self.headers = _http.Headers([('Accept', '*/*'), ('Accept-Encoding', 'gzip, deflate'), ('Connection', 'keep-alive'),
                                      ('User-Agent', 'python-httpx/' + __version__)])
        self.headers.update(headers or {})
        self.params = QueryParams(params or {})
        self.timeout = timeout if isinstance(timeout, Timeout) else Timeout(timeout)
        self.cookies = Cookies(cookies or {})
        self.follow_redirects = follow_redirects
        self.event_hooks = {'request': [], 'response': [], **(event_hooks or {})}
        self._transport = transport
        self._retries = getattr(transport, 'retries', 0)
        self.auth = self._flow(auth)
        self.limits = limits or getattr(transport, 'limits', None) or Limits(max_connections=100, max_keepalive_connections=20)
        self.is_closed = False

    def _flow(self, auth):
        if isinstance(auth, tuple):
            return BasicAuth(*auth)
        return auth

    def build_request(self, method, url, *, params=None, content=None, data=None, files=None, json=None, headers=None,
                      cookies=None, timeout=_DEFAULT, extensions=None):
        url = str(url)
        if self.base_url and '://' not in url:
            url = self.base_url.rstrip('/') + '/' + url.lstrip('/')
        given = QueryParams(params or {})
        sent = self.headers.copy()
        sent.update(headers or {})
        request = Request(method, url, sent, params={**self.params, **given}, content=content, data=data, files=files, json=json,
                          cookies={**self.cookies, **(cookies or {})})
        request.extensions['timeout'] = self._seconds(timeout)
        return request

    def _seconds(self, timeout):
        timeout = self.timeout if timeout == _DEFAULT else timeout
        return timeout.read if isinstance(timeout, Timeout) else timeout

    def _ready(self, request, auth):
        """The request with what the authorization adds: its body, and its seconds."""
        if self.is_closed:
            raise RuntimeError('Cannot send a request, as the client has been closed.')
        if _http.split(request.url)[0] not in ('http', 'https'):
            scheme = _http.split(request.url)[0]
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol." if not scheme else
                                      f"Request URL has an unsupported protocol '{scheme}://'.")
        auth = self.auth if auth == _DEFAULT else self._flow(auth)
        if auth is not None:
            request = next(auth.auth_flow(request)) if hasattr(auth, 'auth_flow') else auth(request)
        return request

    def _answer(self, request, answer, stream):
        kind = None
        if isinstance(answer, str):
            if answer == 'timeout':
                kind, text = ReadTimeout, 'The read operation timed out' if isinstance(self, Client) else ''
            elif answer == 'dns':
                kind, text = ConnectError, '[Errno -2] Name or service not known'
            elif answer == 'closed':
                kind, text = RemoteProtocolError, 'Server disconnected without sending a response.'
            else:
                kind, text = ConnectError, '[Errno 111] Connection refused' if isinstance(self, Client) else 'All connection attempts failed'
            error = kind(text)
            error.request = request
            raise error
        if isinstance(answer, Response):
            answer.request = request
            return answer
        status, reason, body, seconds = answer
        response = Response(status, content=body, request=request, reason=reason, seconds=seconds)
        if stream:
            response._read = response.is_closed = False
        else:
            response.num_bytes_downloaded = len(body)
        return response


class _Streamed:
    """`with client.stream(...) as response`, and the same with `async with`."""

    def __init__(self, client, request, auth):
        self._client, self._request, self._auth = client, request, auth

    def __enter__(self):
        self._response = self._client.send(self._request, stream=True, auth=self._auth)
        return self._response

    def __exit__(self, *args):
        self._response.close()

    async def __aenter__(self):
        self._response = await self._client.send(self._request, stream=True, auth=self._auth)
        return self._response

    async def __aexit__(self, *args):
        self._response.close()


class Client(_BaseClient):
    def request(self, method, url, *, auth=_DEFAULT, follow_redirects=None, **kwargs):
        return self.send(self.build_request(method, url, **kwargs), auth=auth)

    def stream(self, method, url, *, auth=_DEFAULT, follow_redirects=None, **kwargs):
        return _Streamed(self, self.build_request(method, url, **kwargs), auth)

    def send(self, request, *, stream=False, auth=_DEFAULT, follow_redirects=None):
        request = self._ready(request, auth)
        for hook in self.event_hooks['request']:
            hook(request)
        for attempt in range(self._retries + 1):
            if isinstance(self._transport, MockTransport):
                answer = self._transport.handler(request)
            else:
                answer = _http.ask(request.method, request.url, request.content, request.extensions.get('timeout'), dict(request.headers.items()))
            # Only failures to connect are tried again.
            if answer not in ('dns', 'refused'):
                break
        response = self._answer(request, answer, stream)
        for hook in self.event_hooks['response']:
            hook(response)
        return response

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

    async def request(self, method, url, *, auth=_DEFAULT, follow_redirects=None, **kwargs):
        return await self.send(self.build_request(method, url, **kwargs), auth=auth)

    def stream(self, method, url, *, auth=_DEFAULT, follow_redirects=None, **kwargs):
        return _Streamed(self, self.build_request(method, url, **kwargs), auth)

    async def send(self, request, *, stream=False, auth=_DEFAULT, follow_redirects=None):
        request = self._ready(request, auth)
        for hook in self.event_hooks['request']:
            await hook(request)
        if self._places is None:
            self._places = asyncio.Semaphore(self.limits.max_connections or 2 ** 31)
        loop = asyncio.get_running_loop()
        async with self._places:
            for attempt in range(self._retries + 1):
                if isinstance(self._transport, MockTransport):
                    answer = self._transport.handler(request)
                    answer = await answer if asyncio.iscoroutine(answer) else answer
                else:
                    answer = await _http.ask_async(loop, request.method, request.url, request.content,
                                                   request.extensions.get('timeout'), dict(request.headers.items()))
                if answer not in ('dns', 'refused'):
                    break
        response = self._answer(request, answer, stream)
        for hook in self.event_hooks['response']:
            await hook(response)
        return response

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


_CLIENT = ('cookies', 'timeout', 'verify', 'follow_redirects', 'trust_env', 'proxy')


def request(method, url, **kwargs):
    with Client(**{k: kwargs.pop(k) for k in _CLIENT if k in kwargs}) as client:
        return client.request(method, url, **kwargs)


def stream(method, url, **kwargs):
    client = Client(**{k: kwargs.pop(k) for k in _CLIENT if k in kwargs})
    return client.stream(method, url, **kwargs)


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
