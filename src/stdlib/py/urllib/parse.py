"""Taking URLs apart and putting them together."""

import collections
import _http

_PARAMS = ('', 'ftp', 'hdl', 'prospero', 'http', 'https', 'shttp', 'rtsp', 'rtsps', 'sip', 'sips', 'mms', 'sftp', 'tel')
uses_params = list(_PARAMS)


class _Parts:
    @property
    def username(self):
        return self._user[0]

    @property
    def password(self):
        return self._user[1]

    @property
    def _user(self):
        user, at, _ = self.netloc.rpartition('@')
        if not at:
            return None, None
        name, colon, password = user.partition(':')
        return name, password if colon else None

    @property
    def _place(self):
        host = self.netloc.rpartition('@')[2]
        _, bracket, inside = host.partition('[')
        if bracket:
            name, _, port = inside.partition(']')
            return name, port.partition(':')[2] or None
        name, _, port = host.partition(':')
        return name, port or None

    @property
    def hostname(self):
        name, percent, zone = self._place[0].partition('%')
        return (name.lower() + percent + zone) or None

    @property
    def port(self):
        port = self._place[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if int(port) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class ParseResult(collections.namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Parts):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)

    def encode(self, encoding='ascii', errors='strict'):
        return ParseResultBytes(*[x.encode(encoding, errors) for x in self])


class ParseResultBytes(ParseResult):
    __slots__ = ()

    def geturl(self):
        return self.decode().geturl().encode()

    def decode(self, encoding='ascii', errors='strict'):
        return ParseResult(*[x.decode(encoding, errors) for x in self])

    _user = property(lambda self: tuple([x and x.encode() for x in self.decode()._user]))
    hostname = property(lambda self: (self.decode().hostname or '').encode() or None)
    port = property(lambda self: self.decode().port)


class SplitResult(collections.namedtuple('SplitResult', 'scheme netloc path query fragment'), _Parts):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)

    def encode(self, encoding='ascii', errors='strict'):
        return SplitResultBytes(*[x.encode(encoding, errors) for x in self])


class SplitResultBytes(SplitResult):
    __slots__ = ()

    def geturl(self):
        return self.decode().geturl().encode()

    def decode(self, encoding='ascii', errors='strict'):
        return SplitResult(*[x.decode(encoding, errors) for x in self])

    _user = property(lambda self: tuple([x and x.encode() for x in self.decode()._user]))
    hostname = property(lambda self: (self.decode().hostname or '').encode() or None)
    port = property(lambda self: self.decode().port)


class DefragResult(collections.namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


def urlsplit(url, scheme='', allow_fragments=True):
    if isinstance(url, bytes):
        return urlsplit(url.decode(), (scheme or b'').decode(), allow_fragments).encode()
    url = url.lstrip().replace('\t', '').replace('\n', '').replace('\r', '')
    head, mark, rest = url.partition(':')
    if mark and head and head[0].isalpha() and head.isascii() and all(c.isalnum() or c in '+-.' for c in head):
        scheme, url = head.lower(), rest
    netloc = ''
    if url.startswith('//'):
        end = len(url)
        for stop in '/?#':
            at = url.find(stop, 2)
            if 0 <= at < end:
                end = at
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    fragment = query = ''
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    if isinstance(url, bytes):
        return urlparse(url.decode(), (scheme or b'').decode(), allow_fragments).encode()
    s = urlsplit(url, scheme, allow_fragments)
    path, params = s.path, ''
    if s.scheme in uses_params and ';' in path:
        at = path.find(';', path.rfind('/') + 1)
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return ParseResult(s.scheme, s.netloc, path, params, s.query, s.fragment)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if netloc:
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    elif url[:2] == '//':
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = f'{url};{params}'
    return urlunsplit((scheme, netloc, url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    b = urlparse(base, '', allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in ('', 'http', 'https', 'ftp', 'file', 'ws', 'wss', 'sftp'):
        return url
    if u.netloc:
        return urlunparse(u)
    if not u.path and not u.params:
        return urlunparse((b.scheme, b.netloc, b.path, b.params, u.query or b.query, u.fragment))
    before = b.path.split('/')
    if before[-1] != '':
        del before[-1]
    if u.path[:1] == '/':
        parts = u.path.split('/')
    else:
        parts = before + u.path.split('/')
        parts[1:-1] = [p for p in parts[1:-1] if p]
    out = []
    for part in parts:
        if part == '..':
            if out:
                out.pop()
        elif part != '.':
            out.append(part)
    if parts[-1] in ('.', '..'):
        out.append('')
    return urlunparse((b.scheme, b.netloc, '/'.join(out) or '/', u.params, u.query, u.fragment))


def urldefrag(url):
    s = urlparse(url)
    return DefragResult(urlunparse((s.scheme, s.netloc, s.path, s.params, s.query, '')), s.fragment)


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    keep = _http._SAFE | set(safe if isinstance(safe, str) else safe.decode('ascii'))
    return ''.join([chr(b) if chr(b) in keep else f'%{b:02X}' for b in bs])


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None or errors is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    return quote(string, safe + ' ', encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode('utf-8')
    parts = bytes(string).split(b'%')
    out = [parts[0]]
    for part in parts[1:]:
        try:
            out.append(bytes([int(part[:2], 16)]) + part[2:])
        except ValueError:
            out.append(b'%' + part)
    return b''.join(out)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        return string
    return unquote_to_bytes(string).decode(encoding, errors)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    elif isinstance(query, str) or (len(query) and not isinstance(query[0], tuple)):
        raise TypeError('not a valid non-string sequence or mapping object')

    def text(x):
        return quote_via(x if isinstance(x, (str, bytes)) else str(x), safe, encoding, errors)

    parts = []
    for key, value in query:
        for one in value if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__len__') else [value]:
            parts.append(text(key) + '=' + text(one))
    return '&'.join(parts)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    pairs = []
    if max_num_fields is not None and qs and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    for part in qs.split(separator) if qs else []:
        if not part and not strict_parsing:
            continue
        key, mark, value = part.partition('=')
        if not mark and strict_parsing:
            raise ValueError(f'bad query field: {part!r}')
        if value or keep_blank_values and (mark or keep_blank_values):
            pairs.append((unquote_plus(key, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    found = {}
    for key, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(key, []).append(value)
    return found
