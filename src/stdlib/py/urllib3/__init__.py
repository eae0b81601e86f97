"""urllib3: connection pools and retries, against the hosts of the scenario."""

from urllib3 import exceptions, util
from urllib3.connectionpool import HTTPConnectionPool, HTTPResponse, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager
from urllib3.util import Retry, Timeout, make_headers

__version__ = '2.2.3'
_default_pool = PoolManager()


def request(method, url, **kwargs):
    return _default_pool.request(method, url, **kwargs)


def connection_from_url(url, **kw):
    from _http import split
    scheme, host, _ = split(url)
    kind = HTTPSConnectionPool if scheme == 'https' else HTTPConnectionPool
    return kind(host, **kw)


def disable_warnings(category=exceptions.HTTPWarning):
    pass
