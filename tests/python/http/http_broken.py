# Answers that are none, end too early, or never come.
import http.client
import socket
import threading


def serve(listener, answers):
    for answer in answers:
        conn, _ = listener.accept()
        with conn:
            conn.recv(65536)
            if answer is None:
                conn.recv(65536)
            elif answer:
                conn.sendall(answer)


ANSWERS = [
    b"",
    b"garbage\r\n\r\n",
    b"HTTP/1.1 abc OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
    b"HTTP/1.1 204 No Content\r\nX: 1\r\n\r\n",
    b"HTTP/1.0 200\r\n\r\nuntil the end",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok and more",
    b"HTTP/3.0 200 OK\r\n\r\n",
    b"HTTP/1.1 200 " + b"x" * 70000,
    None,
]
listener = socket.create_server(("127.0.0.1", 0))
t = threading.Thread(target=serve, args=(listener, ANSWERS))
t.start()
for answer in ANSWERS:
    c = http.client.HTTPConnection(*listener.getsockname(), timeout=0.1 if answer is None else 5)
    try:
        c.request("GET", "/")
        r = c.getresponse()
        print(r.status, repr(r.reason), r.version, r.length, r.will_close, end=" ")
        print(r.read())
    except (http.client.HTTPException, OSError) as e:
        print(type(e).__name__, str(e)[:80], [x.__name__ for x in type(e).__mro__[1:3]])
    c.close()
t.join()
print(http.client.responses[404], http.client.NOT_FOUND, http.client.HTTPS_PORT)
