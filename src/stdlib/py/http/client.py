"""HTTP/1.1 over sockets, from the client's side."""

import io
import socket

from http import HTTPStatus
from urllib.parse import urlsplit

HTTP_PORT, HTTPS_PORT = 80, 443
_MAXLINE, _MAXHEADERS = 65536, 100
_CS_IDLE, _CS_REQ_STARTED, _CS_REQ_SENT = "Idle", "Request-started", "Request-sent"
responses = {v: v.phrase for v in HTTPStatus.__members__.values()}
for _status in HTTPStatus.__members__.values():
    globals()[_status.name] = _status


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = (version,)
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = "" if self.expected is None else f", {self.expected} more expected"
        return f"{type(self).__name__}({len(self.partial)} bytes read{more})"

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        line = line or repr(line)
        self.args = (line,)
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, f"got more than {_MAXLINE} bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, "")
        ConnectionResetError.__init__(self, *pos, **kw)


error = HTTPException


class HTTPMessage:
    """Headers: names without case, several of a name in their order."""

    def __init__(self):
        self._headers = []

    def add_header(self, name, value):
        self._headers.append((name, value))

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        self._headers = [(k, v) for k, v in self._headers if k.lower() != name.lower()]

    def get(self, name, default=None):
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return v
        return default

    __getitem__ = get

    def get_all(self, name, default=None):
        found = [v for k, v in self._headers if k.lower() == name.lower()]
        return found or default

    def __contains__(self, name):
        return self.get(name) is not None

    def __len__(self):
        return len(self._headers)

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return [k for k, v in self._headers]

    def values(self):
        return [v for k, v in self._headers]

    def items(self):
        return list(self._headers)

    def get_content_type(self):
        kind = (self.get("content-type") or "text/plain").partition(";")[0].strip().lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_param(self, param, default=None, header="content-type"):
        for part in (self.get(header) or "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == param:
                return value.strip().strip('"')
        return default

    def get_content_charset(self, failobj=None):
        charset = self.get_param("charset")
        return failobj if charset is None else charset.lower()

    def as_string(self):
        return "".join(f"{k}: {v}\n" for k, v in self._headers) + "\n"

    __str__ = as_string


def parse_headers(fp):
    message = HTTPMessage()
    count = 0
    while True:
        line = fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong("header line")
        if line in (b"\r\n", b"\n", b""):
            return message
        count += 1
        if count > _MAXHEADERS:
            raise HTTPException(f"got more than {_MAXHEADERS} headers")
        text = line.decode("iso-8859-1").rstrip("\r\n")
        if text[:1] in " \t" and message._headers:
            name, value = message._headers[-1]
            message._headers[-1] = (name, value + " " + text.strip())
            continue
        name, colon, value = text.partition(":")
        if colon:
            message.add_header(name, value.lstrip(" \t"))


class HTTPResponse(io.BufferedIOBase):
    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile("rb")
        self.debuglevel = debuglevel
        self._method = method
        self.url = url
        self.headers = self.msg = None
        self.version = self.status = self.reason = self.chunked = self.chunk_left = self.length = self.will_close = "UNKNOWN"

    @property
    def code(self):
        return self.status

    def _read_status(self):
        line = str(self.fp.readline(_MAXLINE + 1), "iso-8859-1")
        if len(line) > _MAXLINE:
            raise LineTooLong("status line")
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        parts = line.split(None, 2)
        version, status, reason = (parts + ["", "", ""])[:3] if len(parts) < 3 else parts
        if not version.startswith("HTTP/"):
            self._close_conn()
            raise BadStatusLine(line)
        try:
            number = int(status)
            if not 100 <= number <= 999:
                raise BadStatusLine(line)
        except ValueError:
            raise BadStatusLine(line) from None
        return version, number, reason.strip()

    def begin(self):
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != 100:
                break
            parse_headers(self.fp)
        self.status, self.reason = status, reason
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        self.chunked = (self.headers.get("transfer-encoding") or "").lower() == "chunked"
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = None
        length = self.headers.get("content-length")
        if length and not self.chunked:
            self.length = int(length) if length.isdigit() else None
        if status in (204, 304) or 100 <= status < 200 or self._method == "HEAD":
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _check_close(self):
        conn = (self.headers.get("connection") or "").lower()
        if self.version == 11:
            return "close" in conn
        return not (self.headers.get("keep-alive") or "keep-alive" in conn)

    def _close_conn(self):
        fp, self.fp = self.fp, None
        if fp is not None:
            fp.close()

    def close(self):
        self._closed = True
        if self.fp:
            self._close_conn()

    def flush(self):
        pass

    def readable(self):
        return True

    def isclosed(self):
        return self.fp is None

    def _chunk(self):
        """How much of the present chunk is left; None behind the last."""
        if not self.chunk_left:
            if self.chunk_left is not None:
                self.fp.readline()
            line = self.fp.readline(_MAXLINE + 1)
            try:
                self.chunk_left = int(line.partition(b";")[0], 16)
            except ValueError:
                self._close_conn()
                raise IncompleteRead(b"") from None
            if self.chunk_left == 0:
                while self.fp.readline() not in (b"\r\n", b"\n", b""):
                    pass
                self._close_conn()
                return None
        return self.chunk_left

    def _read_chunked(self, amt):
        out = []
        while amt is None or amt > 0:
            try:
                left = self._chunk()
            except IncompleteRead:
                raise IncompleteRead(b"".join(out)) from None
            if left is None:
                break
            size = left if amt is None else min(amt, left)
            data = self.fp.read(size)
            self.chunk_left -= len(data)
            out.append(data)
            if len(data) < size:
                raise IncompleteRead(b"".join(out))
            if amt is not None:
                amt -= size
        return b"".join(out)

    def read(self, amt=None):
        if self.fp is None:
            return b""
        if self._method == "HEAD":
            self._close_conn()
            return b""
        if amt is not None and amt < 0:
            amt = None
        if self.chunked:
            return self._read_chunked(amt)
        if amt is not None:
            if self.length is not None and amt > self.length:
                amt = self.length
            return self._came(self.fp.read(amt), amt)
        if self.length is None:
            data = self.fp.read()
        else:
            data = self.fp.read(self.length)
            if len(data) < self.length:
                self._close_conn()
                raise IncompleteRead(data, self.length - len(data))
            self.length = 0
        self._close_conn()
        return data

    def read1(self, n=-1):
        if self.fp is None or self._method == "HEAD":
            return b""
        if self.chunked:
            left = self._chunk()
            return b"" if left is None else self._read_chunked(left if n < 0 else min(n, left))
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        return self._came(self.fp.read1(n), n)

    def _came(self, data, wanted):
        # What was read of a body whose length may be known.
        if not data and wanted:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
            if not self.length:
                self._close_conn()
        return data

    def peek(self, n=-1):
        return b"" if self.fp is None else self.fp.peek(n)

    def readinto(self, b):
        data = self.read(len(b))
        b[: len(data)] = data
        return len(data)

    def readline(self, limit=-1):
        if self.fp is None:
            return b""
        if self.chunked or self.length is None and self.fp is None:
            return super().readline(limit)
        if self.length is not None and (limit < 0 or limit > self.length):
            limit = self.length
        return self._came(self.fp.readline(limit), limit)

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        if self.headers is None:
            raise ResponseNotReady()
        found = self.headers.get_all(name)
        return default if not found else ", ".join(found)

    def getheaders(self):
        if self.headers is None:
            raise ResponseNotReady()
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


class HTTPConnection:
    _http_vsn, _http_vsn_str = 11, "HTTP/1.1"
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self._response = None
        self._state = _CS_IDLE
        self._method = None
        self._tunnel_host = None
        self.host, self.port = self._get_hostport(host, port)
        bad = [c for c in self.host if c <= " " or c == "\x7f"]
        if bad:
            raise InvalidURL(f"URL can't contain control characters. {self.host!r} (found at least {bad[0]!r})")

    def _get_hostport(self, host, port):
        if port is None:
            i, j = host.rfind(":"), host.rfind("]")
            if i > j:
                try:
                    port = int(host[i + 1 :])
                except ValueError:
                    if host[i + 1 :] == "":
                        port = self.default_port
                    else:
                        raise InvalidURL(f"nonnumeric port: '{host[i + 1:]}'") from None
                host = host[:i]
            else:
                port = self.default_port
        if host[:1] == "[" and host[-1:] == "]":
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def connect(self):
        self.sock = socket.create_connection((self.host, self.port), self.timeout, self.source_address)

    def close(self):
        self._state = _CS_IDLE
        sock, self.sock = self.sock, None
        if sock:
            sock.close()
        response, self._response = self._response, None
        if response:
            response.close()

    def send(self, data):
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if hasattr(data, "read"):
            while block := data.read(self.blocksize):
                self.sock.sendall(block.encode("iso-8859-1") if isinstance(block, str) else block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not hasattr(data, "__iter__"):
                raise TypeError(f"data should be a bytes-like object or an iterable, got {type(data)!r}") from None
            for block in data:
                self.sock.sendall(block)

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _CS_IDLE:
            raise CannotSendRequest(self._state)
        self._state = _CS_REQ_STARTED
        self._method = method
        url = url or "/"
        bad = [c for c in url if c <= " " or c == "\x7f"]
        if bad:
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {bad[0]!r})")
        self._buffer.append(f"{method} {url} {self._http_vsn_str}".encode("ascii"))
        if not skip_host:
            host = urlsplit(url).netloc if url.startswith("http") else ""
            if host:
                self.putheader("Host", host)
            else:
                host = f"[{self.host}]" if ":" in self.host else self.host
                self.putheader("Host", host if self.port == self.default_port else f"{host}:{self.port}")
        if not skip_accept_encoding:
            self.putheader("Accept-Encoding", "identity")

    def putheader(self, header, *values):
        if self._state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        name = header.encode("ascii") if isinstance(header, str) else header
        parts = [v.encode("latin-1") if isinstance(v, str) else str(v).encode("ascii") if isinstance(v, int) else v for v in values]
        if any(b"\n" in p or b"\r" in p for p in parts):
            raise ValueError(f"Invalid header value {parts[0]!r}")
        self._buffer.append(name + b": " + b"\r\n\t".join(parts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self._state = _CS_REQ_SENT
        self._buffer += [b"", b""]
        head = b"\r\n".join(self._buffer)
        self._buffer.clear()
        self.send(head)
        if message_body is None:
            return
        if hasattr(message_body, "read"):
            chunks = iter(lambda: message_body.read(self.blocksize), b"")
        elif isinstance(message_body, (bytes, bytearray, memoryview)):
            chunks = (message_body,)
        else:
            chunks = message_body
        for chunk in chunks:
            if not chunk:
                continue
            if isinstance(chunk, str):
                chunk = chunk.encode("iso-8859-1")
            self.send(f"{len(chunk):X}\r\n".encode() + chunk + b"\r\n" if encode_chunked else chunk)
        if encode_chunked:
            self.send(b"0\r\n\r\n")

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        names = {k.lower() for k in headers}
        self.putrequest(method, url, "host" in names, "accept-encoding" in names)
        if isinstance(body, str):
            body = body.encode("iso-8859-1")
        if "content-length" not in names:
            if "transfer-encoding" not in names:
                encode_chunked = False
                if body is None:
                    if method.upper() in ("PATCH", "POST", "PUT"):
                        self.putheader("Content-Length", "0")
                elif isinstance(body, (bytes, bytearray)):
                    self.putheader("Content-Length", str(len(body)))
                else:
                    encode_chunked = True
                    self.putheader("Transfer-Encoding", "chunked")
        else:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        self.endheaders(body, encode_chunked=encode_chunked)

    def getresponse(self):
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _CS_REQ_SENT or self._response:
            raise ResponseNotReady(self._state)
        response = self.response_class(self.sock, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self._state = _CS_IDLE
            if response.will_close:
                self.close()
            else:
                self._response = response
            return response
        except:
            response.close()
            raise


class HTTPSConnection(HTTPConnection):
    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
        import ssl

        self._context = ssl.create_default_context() if context is None else context

    def connect(self):
        super().connect()
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)
