"""Sockets: not supported; names that programs mention."""

import _machine

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST = 1, 2, 9, 6
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
IPPROTO_TCP, TCP_NODELAY = 6, 1
error = OSError
timeout = TimeoutError


class gaierror(OSError):
    pass


class herror(OSError):
    pass


def gethostname():
    return "interleave"


def _refuse(name):
    def refused(*args, **kwargs):
        _machine.unsupported(
            "socket." + name + "() is not supported yet: use requests, urllib3 or aiohttp, whose hosts the scenario sets"
        )

    return refused


socket, create_connection, create_server = _refuse("socket"), _refuse("create_connection"), _refuse("create_server")
socketpair, getaddrinfo, gethostbyname = _refuse("socketpair"), _refuse("getaddrinfo"), _refuse("gethostbyname")
getfqdn, setdefaulttimeout = _refuse("getfqdn"), lambda timeout: None
