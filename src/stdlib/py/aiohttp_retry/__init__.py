"""aiohttp_retry: a session that asks again."""

import asyncio
import random
from _loop import ended as _ended
from aiohttp import ClientSession


class RetryOptionsBase:
    def __init__(self, attempts=3, statuses=None, exceptions=None, methods=None, retry_all_server_errors=True,
                 evaluate_response_callback=None):
        self.attempts = attempts
        self.statuses = set() if statuses is None else statuses
        self.exceptions = (Exception,) if not exceptions else tuple(exceptions)
        self.methods = {'HEAD', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'POST', 'CONNECT', 'PATCH'} if methods is None \
            else {method.upper() for method in methods}
        self.retry_all_server_errors = retry_all_server_errors
        self.evaluate_response_callback = evaluate_response_callback

    def get_timeout(self, attempt, response=None):
        raise NotImplementedError


class ExponentialRetry(RetryOptionsBase):
    def __init__(self, attempts=3, start_timeout=0.1, max_timeout=30.0, factor=2.0, **kwargs):
        super().__init__(attempts, **kwargs)
        self._start_timeout = start_timeout
        self._max_timeout = max_timeout
        self._factor = factor

    def get_timeout(self, attempt, response=None):
        return min(self._start_timeout * self._factor ** attempt, self._max_timeout)


RetryOptions = ExponentialRetry


class RandomRetry(RetryOptionsBase):
    def __init__(self, attempts=3, statuses=None, exceptions=None, min_timeout=0.1, max_timeout=3.0,
                 random_func=random.random, **kwargs):
        super().__init__(attempts, statuses, exceptions, **kwargs)
        self.min_timeout = min_timeout
        self.max_timeout = max_timeout
        self.random = random_func

    def get_timeout(self, attempt, response=None):
        return self.min_timeout + self.random() * (self.max_timeout - self.min_timeout)


class ListRetry(RetryOptionsBase):
    def __init__(self, timeouts, **kwargs):
        super().__init__(len(timeouts), **kwargs)
        self.timeouts = timeouts

    def get_timeout(self, attempt, response=None):
        return self.timeouts[attempt]


class FibonacciRetry(RetryOptionsBase):
    def __init__(self, attempts=3, multiplier=1.0, max_timeout=3.0, **kwargs):
        super().__init__(attempts, **kwargs)
        self.max_timeout = max_timeout
        self.multiplier = multiplier
        self.previous, self.current = 1.0, 1.0

    def get_timeout(self, attempt, response=None):
        new = self.previous + self.current
        self.previous, self.current = self.current, new
        return min(self.multiplier * new, self.max_timeout)


class JitterRetry(ExponentialRetry):
    def __init__(self, attempts=3, start_timeout=0.1, max_timeout=30.0, factor=2.0, random_interval_size=2.0, **kwargs):
        super().__init__(attempts, start_timeout, max_timeout, factor, **kwargs)
        self._random_interval_size = random_interval_size

    def get_timeout(self, attempt, response=None):
        return super().get_timeout(attempt) + random.uniform(0, self._random_interval_size) ** self._factor


class _RequestContext:
    def __init__(self, client, method, url, options, raise_for_status, kwargs):
        self._client = client
        self._method = method
        self._url = url
        self._options = options
        self._raise_for_status = raise_for_status
        self._kwargs = kwargs
        self._response = None

    async def _do(self):
        options, session, kwargs = self._options, self._client._session, self._kwargs
        attempt = 0
        while True:
            attempt += 1
            last = attempt >= options.attempts
            try:
                if kwargs:
                    response = await session._request(self._method, self._url, **kwargs)
                else:
                    response = await session._request(self._method, self._url)
            except options.exceptions:
                if last:
                    raise
                wait = options.get_timeout(attempt=attempt - 1, response=None)
                await asyncio.sleep(wait)
                continue
            if last or self._method not in options.methods or not (
                    response.status in options.statuses
                    or options.retry_all_server_errors and response.status >= 500
                    or options.evaluate_response_callback is not None
                    and not await options.evaluate_response_callback(response)):
                if self._raise_for_status:
                    response.raise_for_status()
                self._response = response
                return response
            response.release()
            await asyncio.sleep(options.get_timeout(attempt=attempt - 1, response=response))

    def __await__(self):
        return self._do().__await__()

    def __aenter__(self):
        return self._do()

    def __aexit__(self, exc_type, exc, tb):
        if self._response is not None:
            self._response.release()
        return _ended


class RetryClient:
    def __init__(self, client_session=None, logger=None, retry_options=None, raise_for_status=False, *args, **kwargs):
        self._owns = client_session is None
        self._session = ClientSession(*args, **kwargs) if client_session is None else client_session
        self._retry_options = ExponentialRetry() if retry_options is None else retry_options
        self._raise_for_status = raise_for_status
        self._closed = False

    @property
    def retry_options(self):
        return self._retry_options

    def request(self, method, url, retry_options=None, raise_for_status=None, **kwargs):
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        return _RequestContext(self, method.upper(), url, retry_options or self._retry_options, check, kwargs)

    def get(self, url, retry_options=None, raise_for_status=None, **kwargs):
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        return _RequestContext(self, 'GET', url, retry_options or self._retry_options, check, kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def post(self, url, **kwargs):
        return self.request('POST', url, **kwargs)

    def put(self, url, **kwargs):
        return self.request('PUT', url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request('PATCH', url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    async def close(self):
        await self._session.close()
        self._closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()
