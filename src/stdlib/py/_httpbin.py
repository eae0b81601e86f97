"""What httpbin.org answers: it tells of the request, or what its path asks for."""

import json
import _http


class _Body(bytes):
    headers = ()


def _told(status, reason, body, seconds, kind, more=()):
    body = _Body(body)
    body.headers = [('Content-Type', kind), ('Content-Length', str(len(body))), ('Server', 'gunicorn/19.9.0'), *more]
    return status, reason, body, seconds


def _fields(text):
    from urllib.parse import parse_qs
    return {k: v[0] if len(v) == 1 else v for k, v in parse_qs(text, keep_blank_values=True).items()}


def _form(body, kind):
    """Fields and files of a form."""
    if kind.startswith('application/x-www-form-urlencoded'):
        return _fields(body.decode('utf-8')), {}
    form, files = {}, {}
    if kind.startswith('multipart/form-data'):
        boundary = kind.partition('boundary=')[2].encode('ascii')
        for part in body.split(b'--' + boundary)[1:-1]:
            head, _, content = part.strip(b'\r\n').partition(b'\r\n\r\n')
            name = head.partition(b' name="')[2].partition(b'"')[0].decode('utf-8')
            (files if b'filename="' in head else form)[name] = content.decode('utf-8', 'replace')
    return form, files


def answer(method, url, body, headers, given):
    status, reason, old, seconds = given
    if status >= 400 or method == 'HEAD':
        return given
    headers = _http.Headers(headers or {})
    scheme, host, path = _http.split(url)
    path, _, query = path.partition('?')
    first, *rest = path.strip('/').split('/')
    sent = dict(sorted([('Host', host), *headers.items(), *([('Content-Length', str(len(body)))] if body else [])]))
    about = {'args': _fields(query), 'headers': sent, 'origin': '203.0.113.7', 'url': url}
    if first in ('post', 'put', 'patch', 'delete', 'anything', 'delay'):
        kind = headers.get('Content-Type', '')
        form, files = _form(body, kind)
        plain = not form and not files
        text = body.decode('utf-8', 'replace') if plain else ''
        try:
            told = json.loads(text) if text else None
        except ValueError:
            told = None
        about = {'args': about['args'], 'data': text, 'files': files, 'form': form, 'headers': sent, 'json': told,
                 **({'method': method} if first == 'anything' else {}), 'origin': about['origin'], 'url': url}
        if first == 'delay':
            del about['json']
    elif first == 'headers':
        about = {'headers': sent}
    elif first == 'ip':
        about = {'origin': about['origin']}
    elif first == 'user-agent':
        about = {'user-agent': sent.get('User-Agent')}
    elif first == 'uuid':
        import uuid
        about = {'uuid': str(uuid.uuid4())}
    elif first == 'cookies':
        pairs = [c.partition('=') for c in headers.get('Cookie', '').split('; ') if c]
        about = {'cookies': {name: value for name, _, value in pairs}}
    elif first == 'response-headers':
        about = {**about['args'], 'Content-Type': 'application/json'}
    elif first in ('basic-auth', 'hidden-basic-auth', 'bearer'):
        asked = headers.get('Authorization', '')
        fine = asked.startswith('Bearer ') if first == 'bearer' else asked == _http.basic_auth(*rest[:2])
        if not fine:
            code = 404 if first.startswith('hidden') else 401
            return _told(code, _http.PHRASES[code], b'', seconds, 'text/html; charset=utf-8',
                         [('WWW-Authenticate', 'Basic realm="Fake Realm"')])
        about = {'authenticated': True, **({'token': asked[7:]} if first == 'bearer' else {'user': rest[0]})}
    elif first == 'status':
        return _told(status, reason, b'', seconds, 'text/html; charset=utf-8')
    elif first == 'bytes':
        return _told(status, reason, old, seconds, 'application/octet-stream')
    elif first == 'stream':
        lines = [json.dumps({**about, 'id': i}) + '\n' for i in range(int(rest[0]))]
        return _told(status, reason, ''.join(lines).encode(), seconds, 'application/json')
    elif first == 'html':
        return _told(status, reason, b'<!DOCTYPE html>\n<html>\n  <body>\n    <h1>A page</h1>\n  </body>\n</html>', seconds,
                     'text/html; charset=utf-8')
    elif first != 'get':
        return given
    return _told(status, reason, (json.dumps(about, indent=2) + '\n').encode(), seconds, 'application/json',
                 [(k, v) for k, v in about.items()] if first == 'response-headers' else ())
