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


class ContentTooShortError(URLError):
    pass
