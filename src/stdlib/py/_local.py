"""Requests of the HTTP client libraries to servers of the program itself: over its sockets."""

import http.client
import time


class Body(bytes):
    """With the headers it came with."""


def _place(url):
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    if not slash:
        host, mark, path = rest.partition("?")
        path = mark + path
    name, colon, port = host.partition(":")
    return name, int(port) if colon else 443 if scheme == "https" else 80, "/" + path.partition("#")[0]


def _answer(response, start):
    body = Body(response.read())
    body.headers = [(k, v) for k, v in response.getheaders()]
    return response.status, response.reason, body, time.perf_counter() - start


def _fields(method, url, body, headers):
    fields = {k: v for k, v in dict(headers or {}).items() if v is not None}
    fields.setdefault("Accept", "*/*")
    return fields


def ask(method, url, body, timeout, headers):
    """(status, reason, body, seconds), or a string naming the failure."""
    start = time.perf_counter()
    host, port, path = _place(url)
    connection = http.client.HTTPConnection(host, port, timeout)
    try:
        connection.request(method, path, body or None, _fields(method, url, body, headers))
        return _answer(connection.getresponse(), start)
    except TimeoutError:
        return "timeout"
    except ConnectionRefusedError:
        return "refused"
    except (ConnectionError, http.client.HTTPException):
        return "closed"
    finally:
        connection.close()


class _Wire:
    """What http.client reads a response from: what has come already."""

    def __init__(self, data):
        self.data = data

    def makefile(self, mode):
        import io

        return io.BytesIO(self.data)


async def ask_async(method, url, body, timeout, headers):
    """The same on an event loop."""
    import asyncio

    if timeout:
        try:
            async with asyncio.timeout(timeout):
                return await ask_async(method, url, body, None, headers)
        except TimeoutError:
            return "timeout"
    start = time.perf_counter()
    host, port, path = _place(url)
    try:
        reader, writer = await asyncio.open_connection(host, port)
    except ConnectionRefusedError:
        return "refused"
    try:
        fields = {"Host": f"{host}:{port}", **_fields(method, url, body, headers), "Connection": "close"}
        if body or method in ("POST", "PUT", "PATCH"):
            fields["Content-Length"] = len(body)
        lines = [f"{method} {path} HTTP/1.1", *(f"{k}: {v}" for k, v in fields.items()), "", ""]
        writer.write("\r\n".join(lines).encode("latin-1") + body)
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        length = None
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line[15:])
        if length is None:
            rest = await reader.read()
        else:
            rest = await reader.readexactly(0 if method == "HEAD" else length)
        response = http.client.HTTPResponse(_Wire(head + rest), method=method)
        response.begin()
        return _answer(response, start)
    except (ConnectionError, asyncio.IncompleteReadError, http.client.HTTPException):
        return "closed"
    finally:
        writer.close()
