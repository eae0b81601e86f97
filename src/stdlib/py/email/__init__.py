"""Messages as mail programs exchange them."""

__all__ = ["charset", "encoders", "errors", "header", "message", "message_from_file", "message_from_binary_file",
           "message_from_string", "message_from_bytes", "mime", "policy", "utils"]


def message_from_string(s, _class=None, *, policy=None):
    from email.message import _parsed

    return _parsed(s, _class, policy)


def message_from_bytes(s, _class=None, *, policy=None):
    return message_from_string(s.decode("ascii", "surrogateescape") if s.isascii() else s.decode("utf-8"), _class, policy=policy)


def message_from_file(fp, _class=None, *, policy=None):
    return message_from_string(fp.read(), _class, policy=policy)


def message_from_binary_file(fp, _class=None, *, policy=None):
    return message_from_bytes(fp.read(), _class, policy=policy)
