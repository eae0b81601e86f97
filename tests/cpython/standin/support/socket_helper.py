"""Sockets in tests."""

import contextlib
import socket
import tempfile

HOST = HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = False
has_gethostname = True


def create_unix_domain_name():
    return tempfile.mktemp(prefix="test_python_", suffix=".sock")


def skip_unless_bind_unix_socket(test):
    return test


def bind_port(sock, host=HOST):
    sock.bind((host, 0))
    return sock.getsockname()[1]


def find_unused_port(family=socket.AF_INET, socktype=socket.SOCK_STREAM):
    with socket.socket(family, socktype) as s:
        return bind_port(s)


def tcp_blackhole():
    return contextlib.nullcontext()
