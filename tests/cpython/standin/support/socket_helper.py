"""Sockets in tests."""

HOST = HOSTv4 = "127.0.0.1"
HOSTv6 = "::1"
IPV6_ENABLED = False


def create_unix_domain_name():
    raise OSError("no unix sockets")
