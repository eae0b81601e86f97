"""Retries and time-outs of urllib3."""

import random
import time
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, NewConnectionError, ProtocolError, ReadTimeoutError, ResponseError


class Retry:
    DEFAULT_ALLOWED_METHODS = frozenset(['HEAD', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
    RETRY_AFTER_STATUS_CODES = frozenset([413, 429, 503])
    DEFAULT_BACKOFF_MAX = 120

    def __init__(self, total=10, connect=None, read=None, redirect=None, status=None, other=None,
                 allowed_methods=DEFAULT_ALLOWED_METHODS, status_forcelist=None, backoff_factor=0,
                 backoff_max=DEFAULT_BACKOFF_MAX, raise_on_redirect=True, raise_on_status=True, history=None,
                 respect_retry_after_header=True, remove_headers_on_redirect=(), backoff_jitter=0.0):
        self.total = total
        self.connect = connect
        self.read = read
        self.redirect = redirect
        self.status = status
        self.other = other
        self.allowed_methods = allowed_methods
        self.status_forcelist = status_forcelist or set()
        self.backoff_factor = backoff_factor
        self.backoff_max = backoff_max
        self.raise_on_redirect = raise_on_redirect
        self.raise_on_status = raise_on_status
        self.history = history or ()
        self.respect_retry_after_header = respect_retry_after_header
        self.backoff_jitter = backoff_jitter

    def __repr__(self):
        return (f'Retry(total={self.total}, connect={self.connect}, read={self.read}, '
                f'redirect={self.redirect}, status={self.status})')

    def new(self, **changes):
        fields = dict(total=self.total, connect=self.connect, read=self.read, redirect=self.redirect,
                      status=self.status, other=self.other, allowed_methods=self.allowed_methods,
                      status_forcelist=self.status_forcelist, backoff_factor=self.backoff_factor,
                      backoff_max=self.backoff_max, raise_on_redirect=self.raise_on_redirect,
                      raise_on_status=self.raise_on_status, history=self.history,
                      respect_retry_after_header=self.respect_retry_after_header, backoff_jitter=self.backoff_jitter)
        fields.update(changes)
        return type(self)(**fields)

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        if retries is None:
            retries = default if default is not None else cls.DEFAULT
        if isinstance(retries, Retry):
            return retries
        return cls(retries, redirect=bool(redirect) and None)

    def get_backoff_time(self):
        failures = len(self.history)
        if failures <= 1:
            return 0
        wait = self.backoff_factor * 2 ** (failures - 1)
        if self.backoff_jitter != 0.0:
            wait += random.random() * self.backoff_jitter
        return float(max(0, min(self.backoff_max, wait)))

    def sleep(self, response=None):
        wait = self.get_backoff_time()
        if wait > 0:
            time.sleep(wait)

    def is_retry(self, method, status_code, has_retry_after=False):
        if self.allowed_methods and method.upper() not in self.allowed_methods:
            return False
        if self.status_forcelist and status_code in self.status_forcelist:
            return True
        return has_retry_after and bool(self.total and self.respect_retry_after_header and has_retry_after
                    and status_code in self.RETRY_AFTER_STATUS_CODES)

    def is_exhausted(self):
        counts = [n for n in (self.total, self.connect, self.read, self.redirect, self.status, self.other)
                  if n is not None and n is not False]
        return bool(counts) and min(counts) < 0

    def increment(self, method=None, url=None, response=None, error=None, _pool=None, _stacktrace=None):
        if self.total is False and error is not None:
            raise error
        total = self.total if self.total is None or self.total is False else self.total - 1
        connect, read, status = self.connect, self.read, self.status
        cause = error
        if isinstance(error, (NewConnectionError, ConnectTimeoutError)):
            if connect is False:
                raise error
            if connect is not None:
                connect -= 1
        elif isinstance(error, (ReadTimeoutError, ProtocolError)):
            if read is False or method is None or method.upper() not in (self.allowed_methods or ()):
                raise error
            if read is not None:
                read -= 1
        elif response is not None:
            cause = ResponseError(ResponseError.SPECIFIC_ERROR.format(status_code=response.status))
            if status is not None:
                status -= 1
        entry = (method, url, error, response.status if response is not None else None)
        retry = self.new(total=total, connect=connect, read=read, status=status, history=self.history + (entry,))
        if retry.is_exhausted():
            raise MaxRetryError(_pool, url, cause)
        return retry


Retry.DEFAULT = Retry(3)


class Timeout:
    DEFAULT_TIMEOUT = None

    def __init__(self, total=None, connect=None, read=None):
        self.total = total
        self.connect = connect
        self.read = read

    def __repr__(self):
        return f'Timeout(connect={self.connect!r}, read={self.read!r}, total={self.total!r})'

    def seconds(self):
        known = [t for t in (self.total, self.read, self.connect) if t is not None]
        return min(known) if known else None


def make_headers(keep_alive=None, accept_encoding=None, user_agent=None, basic_auth=None, proxy_basic_auth=None,
                 disable_cache=None):
    headers = {}
    if accept_encoding:
        headers['accept-encoding'] = 'gzip,deflate' if accept_encoding is True else accept_encoding
    if user_agent:
        headers['user-agent'] = user_agent
    if keep_alive:
        headers['connection'] = 'keep-alive'
    if disable_cache:
        headers['cache-control'] = 'no-cache'
    return headers
