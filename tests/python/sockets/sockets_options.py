# Options, families, names of constants, reprs.
import socket

s = socket.socket()
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_STREAM)
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
print(s.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), s.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
s.bind(("127.0.0.1", 0))
s.listen()
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
print(repr(socket.AF_INET), str(socket.AF_INET), repr(socket.SOCK_DGRAM), socket.AF_UNIX + 0)
print(repr(s.family), repr(s.type), s.proto, s.timeout)
text = repr(s).replace(str(s.getsockname()[1]), "PORT").replace(f"fd={s.fileno()}", "fd=N")
print(text)
s.close()
print(repr(s))
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print(repr(u).replace(f"fd={u.fileno()}", "fd=N"))
fd = u.detach()
print(u.fileno(), fd > 2)
v = socket.socket(fileno=fd)
print(v.type.name, v.fileno() == fd)
w = v.dup()
print(w.fileno() != v.fileno(), w.getsockname() == v.getsockname())
v.close()
w.close()
with socket.socket() as t:
    print(t.fileno() >= 0)
print(t.fileno(), t._closed)
print(issubclass(socket.gaierror, OSError), issubclass(socket.herror, OSError), socket.has_ipv6, socket.SOMAXCONN)
import pickle

try:
    pickle.dumps(u)
except TypeError as e:
    print(e)
