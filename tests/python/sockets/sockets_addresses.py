# Names, numbers and bytes of addresses.
import socket

print(socket.inet_aton("127.0.0.1"), socket.inet_aton("10.1"), socket.inet_ntoa(b"\xc0\xa8\x00\x01"))
print(socket.inet_pton(socket.AF_INET, "1.2.3.4"), socket.inet_pton(socket.AF_INET6, "::1"))
for six in ("::", "::1", "2001:db8::ff00:42:8329", "1:2:3:4:5:6:7:8", "fe80::1:0:0:2"):
    print(six, socket.inet_ntop(socket.AF_INET6, socket.inet_pton(socket.AF_INET6, six)))
for f, args in (
    (socket.inet_aton, ("1.2.3.400",)),
    (socket.inet_pton, (socket.AF_INET, "1.2.3")),
    (socket.inet_pton, (socket.AF_INET6, "1:2")),
    (socket.inet_ntoa, (b"123",)),
    (socket.inet_ntop, (socket.AF_INET, b"12345")),
    (socket.getservbyname, ("nonsense-service",)),
    (socket.gethostbyname, ("name.invalid",)),
):
    try:
        f(*args)
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
print(socket.htons(80), socket.ntohs(socket.htons(8080)), hex(socket.htonl(1)), socket.ntohl(0x01000000))
print(socket.gethostbyname("127.0.0.1"), socket.gethostbyname("localhost"))
print(socket.getservbyname("http"), socket.getservbyname("https", "tcp"), socket.getservbyport(443))
for info in socket.getaddrinfo("127.0.0.1", 80):
    print(info)
print(socket.getaddrinfo("10.0.0.1", "https", type=socket.SOCK_STREAM))
print(socket.getaddrinfo("::1", 8080, proto=socket.IPPROTO_UDP))
print(socket.getaddrinfo(None, 9000, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE)[0][4])
try:
    socket.getaddrinfo("name.invalid", 80)
except socket.gaierror as e:
    print(e.args, e.errno == socket.EAI_NONAME)
