"""Taking URLs apart and putting them together."""

import collections
import _http

_fields = ('scheme', 'netloc', 'path', 'params', 'query', 'fragment')


class ParseResult(collections.namedtuple('ParseResult', _fields)):
    @property
    def hostname(self):
        host = self.netloc.rpartition('@')[2].partition(':')[0]
        return host.lower() or None

    @property
    def port(self):
        port = self.netloc.rpartition('@')[2].partition(':')[2]
        return int(port) if port else None

    def geturl(self):
        return urlunparse(self)


class SplitResult(collections.namedtuple('SplitResult', ('scheme', 'netloc', 'path', 'query', 'fragment'))):
    hostname = ParseResult.hostname
    port = ParseResult.port

    def geturl(self):
        return urlunsplit(self)


def urlsplit(url, scheme='', allow_fragments=True):
    head, mark, rest = url.partition(':')
    if mark and head and head[0].isalpha() and all(c.isalnum() or c in '+-.' for c in head):
        scheme, url = head.lower(), rest
    netloc = ''
    if url.startswith('//'):
        end = len(url)
        for stop in '/?#':
            at = url.find(stop, 2)
            if 0 <= at < end:
                end = at
        netloc, url = url[2:end], url[end:]
    fragment = query = ''
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    s = urlsplit(url, scheme, allow_fragments)
    path, _, params = s.path.partition(';')
    return ParseResult(s.scheme, s.netloc, path, params, s.query, s.fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = parts
    if netloc:
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urlunparse(parts):
    scheme, netloc, url, params, query, fragment = parts
    if params:
        url = f'{url};{params}'
    return urlunsplit((scheme, netloc, url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    b, u = urlsplit(base), urlsplit(url)
    if u.scheme and u.scheme != b.scheme:
        return url
    if u.netloc:
        return urlunsplit((b.scheme, u.netloc, u.path, u.query, u.fragment))
    if not u.path:
        return urlunsplit((b.scheme, b.netloc, b.path, u.query or b.query, u.fragment))
    path = u.path if u.path.startswith('/') else b.path.rpartition('/')[0] + '/' + u.path
    out = []
    parts = path.split('/')
    for part in parts:
        if part == '..':
            if len(out) > 1:
                out.pop()
        elif part != '.':
            out.append(part)
    if parts[-1] in ('.', '..'):
        out.append('')
    return urlunsplit((b.scheme, b.netloc, '/'.join(out), u.query, u.fragment))


def urldefrag(url):
    s = urlsplit(url)
    return urlunsplit((s.scheme, s.netloc, s.path, s.query, '')), s.fragment


def quote(string, safe='/', encoding=None, errors=None):
    return _http.quote(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    return _http.quote(string, safe + ' ').replace(' ', '+')


def unquote(string, encoding='utf-8', errors='replace'):
    if '%' not in string:
        return string
    out = bytearray()
    i = 0
    while i < len(string):
        if string[i] == '%':
            try:
                out.append(int(string[i + 1:i + 3], 16))
                i += 3
                continue
            except ValueError:
                pass
        out.extend(string[i].encode('utf-8'))
        i += 1
    return bytes(out).decode(encoding, errors)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    parts = []
    for key, value in query.items() if hasattr(query, 'items') else query:
        for one in value if doseq and isinstance(value, (list, tuple)) else [value]:
            parts.append(f'{quote_via(str(key), safe)}={quote_via(str(one), safe)}')
    return '&'.join(parts)


def parse_qsl(qs, keep_blank_values=False):
    pairs = []
    for part in qs.split('&'):
        if part:
            key, _, value = part.partition('=')
            if value or keep_blank_values:
                pairs.append((unquote_plus(key), unquote_plus(value)))
    return pairs


def parse_qs(qs, keep_blank_values=False):
    found = {}
    for key, value in parse_qsl(qs, keep_blank_values):
        found.setdefault(key, []).append(value)
    return found
