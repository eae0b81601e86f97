# The classes and texts of what goes wrong.
import socket


def attempt(what, f, *args):
    try:
        print(what, "->", f(*args))
    except Exception as e:
        print(what, "->", type(e).__name__, getattr(e, "errno", None), e)


free = socket.socket()
free.bind(("127.0.0.1", 0))
port = free.getsockname()[1]
s = socket.socket()
attempt("refused", s.connect, ("127.0.0.1", port))
attempt("ex", s.connect_ex, ("127.0.0.1", port))
attempt("recv", s.recv, 1)
attempt("send", s.send, b"x")
attempt("peer", s.getpeername)
attempt("shutdown", s.shutdown, socket.SHUT_RDWR)
attempt("accept", s.accept)
attempt("str", s.send, "text")
attempt("port", s.connect, ("127.0.0.1", 70000))
attempt("tuple", s.connect, "127.0.0.1")
attempt("pair", s.bind, ("127.0.0.1",))
attempt("host", s.bind, (5, 80))
attempt("port type", s.bind, ("127.0.0.1", "80"))
attempt("negative", s.recv, -1)
attempt("timeout", s.settimeout, -1)
attempt("timeout type", s.settimeout, "1")
other = socket.socket()
attempt("in use", other.bind, ("127.0.0.1", port))
attempt("twice", free.bind, ("127.0.0.1", 0))
s.close()
attempt("closed recv", s.recv, 1)
attempt("closed send", s.sendall, b"x")
attempt("closed name", s.getsockname)
attempt("family", socket.socket, 99)
attempt("how", other.shutdown, 7)
try:
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        pass
except ConnectionRefusedError as e:
    print(repr(e), isinstance(e, OSError), socket.error is OSError, socket.timeout is TimeoutError)
