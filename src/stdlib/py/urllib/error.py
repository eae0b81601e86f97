"""Exceptions of urllib."""


class URLError(OSError):
    def __init__(self, reason, filename=None):
        self.args = (reason,)
        self.reason = reason

    def __str__(self):
        return f'<urlopen error {self.reason}>'


class HTTPError(URLError):
    def __init__(self, url, code, msg, hdrs, fp):
        self.code = code
        self.msg = msg
        self.hdrs = hdrs
        self.fp = fp
        self.url = url
        self.reason = msg

    def __str__(self):
        return f'HTTP Error {self.code}: {self.msg}'

    @property
    def headers(self):
        return self.hdrs

    def info(self):
        return self.hdrs

    def read(self, amt=None):
        return b'' if self.fp is None else self.fp.read(amt)

    @property
    def status(self):
        return self.code

    getcode = lambda self: self.code
    geturl = lambda self: self.url

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class ContentTooShortError(URLError):
    pass
