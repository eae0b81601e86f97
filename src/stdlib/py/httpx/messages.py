# httpx: requests and responses.

class Request:
    def __init__(self, method, url, headers=None, *, params=None, content=None, data=None, files=None, json=None, cookies=None):
        self.method = method.upper()
        self.url = URL(_http.with_params(str(url), params))
        sent = _http.Headers([('Host', _http.split(self.url)[1])])
        sent.update(headers or {})
        if cookies:
            sent['Cookie'] = _http.cookie_header(cookies)
        if files:
            fields = (data or {}).items() if hasattr(data or {}, 'items') else data
            self.content = _http.multipart(fields, files, sent)
        else:
            self.content = _http.encode_body(data if content is None else content, json, sent)
        if self.content or self.method in ('POST', 'PUT', 'PATCH'):
            sent['Content-Length'] = str(len(self.content))
        self.headers = sent
        self.extensions = {}

    def read(self):
        return self.content

    def __repr__(self):
        return f'<Request({self.method!r}, {str(self.url)!r})>'


class Response:
    http_version = 'HTTP/1.1'
    next_request = None

    def __init__(self, status_code, *, headers=None, content=None, text=None, html=None, json=None, request=None,
                 reason=None, seconds=0.0):
        if json is not None:
            content, kind = _json.dumps(json, separators=(',', ':')).encode('utf-8'), 'application/json'
        elif text is not None or html is not None:
            content, kind = (text or html).encode('utf-8'), f"text/{'plain' if html is None else 'html'}; charset=utf-8"
        else:
            content, kind = content.encode('utf-8') if isinstance(content, str) else content or b'', None
        self._content = content
        self._read = True
        self._streamed = False
        self.request = request
        self.status_code = status_code
        self.reason_phrase = _http.PHRASES.get(status_code, '') if reason is None else reason
        if headers is None and reason is not None:
            self.headers = _http.response_headers(content)
        else:
            self.headers = _http.Headers([*([('Content-Type', kind)] if kind else []), ('Content-Length', str(len(content)))])
            self.headers.update(headers or {})
        self.history = []
        self.cookies = Cookies()
        self.is_closed = True
        self.is_stream_consumed = False
        self.num_bytes_downloaded = 0
        self.encoding = self.headers.get_content_charset() or 'utf-8'
        self.elapsed = datetime.timedelta(seconds=seconds)

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'

    @property
    def url(self):
        return self.request.url

    @property
    def content(self):
        if not self._read:
            raise ResponseNotRead()
        return self._content

    @property
    def text(self):
        return self.content.decode(self.encoding, 'replace')

    @property
    def charset_encoding(self):
        return self.headers.get_content_charset()

    def json(self, **kwargs):
        return _json.loads(self.content.decode('utf-8'), **kwargs)

    def read(self):
        self._read = True
        self.num_bytes_downloaded = len(self._content)
        return self._content

    async def aread(self):
        return self.read()

    def _pieces(self, size):
        if self._streamed and not self._read:
            raise StreamConsumed()
        self._streamed = self.is_stream_consumed = True
        size = size or len(self._content) or 1
        for start in range(0, len(self._content), size):
            piece = self._content[start:start + size]
            self.num_bytes_downloaded += len(piece)
            yield piece

    def iter_bytes(self, chunk_size=None):
        yield from self._pieces(chunk_size)

    iter_raw = iter_bytes

    def iter_text(self, chunk_size=None):
        for piece in self._pieces(chunk_size):
            yield piece.decode(self.encoding, 'replace')

    def iter_lines(self):
        yield from b''.join(self._pieces(None)).decode(self.encoding, 'replace').splitlines()

    async def aiter_bytes(self, chunk_size=None):
        for piece in self._pieces(chunk_size):
            yield piece

    aiter_raw = aiter_bytes

    async def aiter_text(self, chunk_size=None):
        for piece in self.iter_text(chunk_size):
            yield piece

    async def aiter_lines(self):
        for line in self.iter_lines():
            yield line

    def close(self):
        self.is_closed = True

    async def aclose(self):
        self.close()

    @property
    def is_informational(self):
        return self.status_code < 200

    @property
    def is_success(self):
        return 200 <= self.status_code < 300

    @property
    def is_redirect(self):
        return 300 <= self.status_code < 400

    @property
    def has_redirect_location(self):
        return self.is_redirect and 'Location' in self.headers

    @property
    def is_client_error(self):
        return 400 <= self.status_code < 500

    @property
    def is_server_error(self):
        return self.status_code >= 500

    @property
    def is_error(self):
        return self.status_code >= 400

    def raise_for_status(self):
        if self.is_success:
            return self
        kind = {1: 'Informational response', 3: 'Redirect response', 4: 'Client error'}.get(self.status_code // 100, 'Server error')
        message = (f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\n"
                   f'For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}')
        raise HTTPStatusError(message, request=self.request, response=self)
