"""Messages: headers and a body, or parts."""

import base64
import random
import re
from email import utils
from email.errors import MultipartConversionError
from email.header import Header, _encoded
from email.policy import compat32, default

_WIDTH = 78


def _quopri(text, charset="utf-8"):
    """Text as quoted-printable lines of at most 76 characters."""
    out = []
    for line in text.split("\n"):
        raw, row = line.encode(charset), ""
        for i, b in enumerate(raw):
            c = chr(b) if 33 <= b <= 126 and b != 61 or b in (9, 32) and i + 1 < len(raw) else f"={b:02X}"
            if len(row) + len(c) > 75:
                out.append(row + "=")
                row = ""
            row += c
        out.append(row)
    return "\n".join(out)


def _unquopri(text):
    raw = re.sub(r"=\r?\n", "", text).encode("latin-1", "replace")
    return re.sub(rb"=([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), raw)


class Message:
    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers, self._payload, self._charset = [], None, None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        out = [self._line(k, v) + "\n" for k, v in self._shown_headers()]
        out.append("\n")
        if self.is_multipart():
            boundary = self.get_boundary()
            if boundary is None:
                boundary = "=" * 15 + "%019d==" % random.randrange(10 ** 19)
                self.set_boundary(boundary)
                return self.as_string()
            if self.preamble is not None:
                out.append(self.preamble + ("" if self.preamble.endswith("\n") else "\n"))
            for i, part in enumerate(self._payload):
                out.append(("\n" if i else "") + f"--{boundary}\n{part.as_string()}")
            out.append(f"\n--{boundary}--\n")
            if self.epilogue is not None:
                out.append(self.epilogue)
        elif self._payload is not None:
            out.append(self._payload)
        return "".join(out)

    def as_bytes(self, unixfrom=False, policy=None):
        return self.as_string().encode("utf-8")

    __bytes__ = as_bytes

    def _shown_headers(self):
        return self._headers

    def _line(self, name, value):
        text = value.encode() if isinstance(value, Header) else str(value)
        if not text.isascii():
            text = self._ascii(name, text)
        line = f"{name}: {text}"
        if len(line) <= _WIDTH or "\n" in line:
            return line
        # Long ones go on in indented lines, broken at spaces.
        out, row = [], name + ":"
        for word in text.split(" "):
            if len(row) + 1 + len(word) > _WIDTH and row.strip() and not row.endswith(":"):
                out.append(row)
                row = ""
            row += " " + word
        return "\n".join(out + [row])

    def _ascii(self, name, text):
        words = text.split(" ")
        odd = [i for i, w in enumerate(words) if not w.isascii()]
        first, last = odd[0], odd[-1]
        return " ".join(words[:first] + [_encoded(" ".join(words[first:last + 1]))] + words[last + 1:])

    def is_multipart(self):
        return isinstance(self._payload, list)

    def attach(self, payload):
        if self._payload is None:
            self._payload = [payload]
        elif not self.is_multipart():
            raise TypeError("Attach is not valid on a message with a non-multipart payload")
        else:
            self._payload.append(payload)

    def get_payload(self, i=None, decode=False):
        if self.is_multipart():
            return None if decode else self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError(f"Expected list, got {type(self._payload)}")
        if not decode:
            return self._payload
        how = str(self.get("content-transfer-encoding", "")).lower()
        if how == "base64":
            return base64.b64decode(self._payload)
        if how == "quoted-printable":
            return _unquopri(self._payload)
        return (self._payload or "").encode(self.get_content_charset() or "ascii" if (self._payload or "").isascii() else "utf-8")

    def set_payload(self, payload, charset=None):
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        charset = str(charset)
        if "MIME-Version" not in self:
            self.add_header("MIME-Version", "1.0")
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset)
        else:
            self.set_param("charset", charset)
        if "Content-Transfer-Encoding" not in self:
            plain = charset.lower() in ("us-ascii", "ascii")
            if not plain:
                self._payload = base64.encodebytes(self._payload.encode(charset)).decode()
            self.add_header("Content-Transfer-Encoding", "7bit" if plain else "base64")

    def get_charset(self):
        return self._charset

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        if isinstance(val, str) and ("\n" in val or "\r" in val) and self.policy is not compat32:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        if self.policy is not compat32 and name.lower() in _SINGLE and name in self:
            raise ValueError(f"There may be at most 1 {name} headers in a message")
        if isinstance(val, (list, tuple)):
            val = ", ".join([str(v) for v in val])
        elif hasattr(val, "timetuple"):
            val = utils.format_datetime(val)
        elif self.policy is not compat32 and not isinstance(val, str):
            val = str(val)
        self._headers.append((name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [(k, v) for k, v in self._headers if k.lower() != name]

    def __contains__(self, name):
        return name.lower() in [k.lower() for k, _ in self._headers]

    def __iter__(self):
        for k, _ in self._headers:
            yield k

    def keys(self):
        return [k for k, _ in self._headers]

    def values(self):
        return [v for _, v in self._headers]

    def items(self):
        return list(self._headers)

    def get(self, name, failobj=None):
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return v
        return failobj

    def get_all(self, name, failobj=None):
        return [v for k, v in self._headers if k.lower() == name.lower()] or failobj

    def add_header(self, _name, _value, **_params):
        parts = [] if _value is None else [_value]
        for k, v in _params.items():
            k = k.replace("_", "-")
            parts.append(k if v is None else _parameter(k, v))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        for i, (k, _) in enumerate(self._headers):
            if k.lower() == _name.lower():
                self._headers[i] = k, _value
                return
        raise KeyError(_name)

    def _split(self, header):
        value = self.get(header)
        if value is None:
            return None
        pieces = re.findall(r'(?:"(?:\\.|[^"\\])*"|[^;"])+', str(value))
        out = [(pieces[0].strip(), "")]
        for piece in pieces[1:]:
            k, _, v = piece.partition("=")
            out.append((k.strip().lower(), utils.unquote(v.strip())))
        return out

    def get_content_type(self):
        found = self._split("content-type")
        kind = found[0][0].lower() if found else self._default_type
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def get_params(self, failobj=None, header="content-type", unquote=True):
        return self._split(header) or failobj

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        for k, v in (self._split(header) or [])[1:]:
            if k == param.lower():
                return v
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        found = self._split(header) or [(self._default_type, "")]
        rest = [(k, v) for k, v in found[1:]]
        for i, (k, _) in enumerate(rest):
            if k == param.lower():
                rest[i] = k, value
                break
        else:
            rest.append((param, value))
        text = "; ".join([found[0][0]] + [_parameter(k, v) for k, v in rest])
        if header in self:
            self.replace_header(header, text)
        else:
            self[header] = text

    def set_type(self, type, header="Content-Type", requote=True):
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        found = self._split(header)
        del self[header]
        self[header] = "; ".join([type] + [_parameter(k, v) for k, v in (found or [])[1:]])

    def get_filename(self, failobj=None):
        name = self.get_param("filename", None, "content-disposition")
        return name if name is not None else self.get_param("name", failobj)

    def get_boundary(self, failobj=None):
        return self.get_param("boundary", failobj)

    def set_boundary(self, boundary):
        self.set_param("boundary", boundary)

    def get_content_charset(self, failobj=None):
        charset = self.get_param("charset")
        return charset.lower() if charset else failobj

    def get_content_disposition(self):
        found = self._split("content-disposition")
        return found[0][0].lower() if found else None

    def walk(self):
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()


_SINGLE = {"from", "to", "subject", "date", "sender", "reply-to", "cc", "bcc", "message-id", "in-reply-to", "content-type", "mime-version"}


def _parameter(name, value):
    return f'{name}="{utils.quote(value)}"' if value else name


class MIMEPart(Message):
    def __init__(self, policy=None):
        super().__init__(default if policy is None else policy)

    def is_attachment(self):
        return self.get_content_disposition() == "attachment"

    def set_content(self, content, subtype=None, maintype=None, *, charset="utf-8", cte=None, disposition=None, filename=None, cid=None,
                    params=None, headers=None):
        for name in self.keys():
            if name.lower().startswith("content-"):
                del self[name]
        self._payload = None
        if isinstance(content, str):
            self["Content-Type"] = f'text/{subtype or "plain"}; charset="{charset}"'
            text = "\n".join(content.splitlines()) + "\n"
            plain = text.isascii() and all(len(line) <= _WIDTH for line in text.splitlines())
            cte = cte or ("7bit" if plain else "base64" if _mostly_odd(text, charset) else "quoted-printable")
            self["Content-Transfer-Encoding"] = cte
            self._payload = text if cte in ("7bit", "8bit") else base64.encodebytes(text.encode(charset)).decode() if cte == "base64" else _quopri(text, charset)
        elif isinstance(content, (bytes, bytearray)):
            if maintype is None:
                raise TypeError("set_bytes_content() missing 2 required positional arguments: 'maintype' and 'subtype'")
            self["Content-Type"] = f"{maintype}/{subtype}"
            self["Content-Transfer-Encoding"] = "base64"
            self._payload = base64.encodebytes(bytes(content)).decode()
        elif isinstance(content, Message):
            self["Content-Type"] = "message/rfc822"
            self["Content-Transfer-Encoding"] = "8bit"
            self._payload = content.as_string()
        else:
            raise KeyError(type(content).__qualname__)
        if filename is not None and disposition is None:
            disposition = "attachment"
        if disposition is not None:
            self.add_header("Content-Disposition", disposition, **({"filename": filename} if filename is not None else {}))
        if cid is not None:
            self["Content-ID"] = cid

    def get_content(self, *args, errors="replace"):
        if self.is_multipart():
            raise KeyError("multipart/" + self.get_content_subtype())
        data = self.get_payload(decode=True)
        if self.get_content_maintype() == "text":
            return data.decode(self.get_content_charset() or "ascii", errors)
        return data

    def _make(self, subtype, boundary=None):
        if self.get_content_maintype() == "multipart":
            if self.get_content_subtype() != subtype:
                if subtype == "related" or subtype == "alternative" and self.get_content_subtype() == "mixed":
                    raise ValueError(f"Cannot convert {self.get_content_subtype()} to {subtype}")
            else:
                return
        part = type(self)(self.policy)
        part._headers = [(k, v) for k, v in self._headers if k.lower().startswith("content-")]
        part._payload = self._payload
        self._headers = [(k, v) for k, v in self._headers if not k.lower().startswith("content-")]
        self._payload = [part] if part._headers else []
        self["Content-Type"] = "multipart/" + subtype
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_mixed(self, boundary=None):
        self._make("mixed", boundary)

    def make_alternative(self, boundary=None):
        self._make("alternative", boundary)

    def make_related(self, boundary=None):
        self._make("related", boundary)

    def _add(self, subtype, disposition, args, kw):
        self._make(subtype)
        part = type(self)(self.policy)
        part.set_content(*args, **kw)
        if disposition and "content-disposition" not in part:
            part["Content-Disposition"] = disposition
        self.attach(part)

    def add_attachment(self, *args, **kw):
        self._add("mixed", "attachment", args, kw)

    def add_alternative(self, *args, **kw):
        self._add("alternative", None, args, kw)

    def add_related(self, *args, **kw):
        self._add("related", "inline", args, kw)

    def iter_parts(self):
        if self.is_multipart():
            yield from self._payload

    def iter_attachments(self):
        body = self.get_body()
        for part in self.iter_parts():
            if part is not body and (part.is_attachment() or part.get_content_maintype() != "multipart"):
                yield part

    def get_body(self, preferencelist=("related", "html", "plain")):
        best, found = len(preferencelist), None
        for part in self.walk():
            if part.is_multipart() or part.is_attachment() or part.get_content_maintype() != "text":
                continue
            kind = part.get_content_subtype()
            if kind in preferencelist and preferencelist.index(kind) < best:
                best, found = preferencelist.index(kind), part
        return found


def _mostly_odd(text, charset):
    raw = text.encode(charset)
    return sum(b > 126 for b in raw) * 2 > len(raw) // 3 * 2


class EmailMessage(MIMEPart):
    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"


def _parsed(text, cls=None, policy=None):
    policy = policy or compat32
    modern = policy is not compat32
    make = cls or (EmailMessage if modern else Message)
    msg = make(policy=policy) if modern else make()
    lines = text.replace("\r\n", "\n").split("\n")
    i = 0
    while i < len(lines) and lines[i]:
        line = lines[i]
        i += 1
        while i < len(lines) and lines[i][:1] in (" ", "\t"):
            line += ("" if modern else "\n") + lines[i]
            i += 1
        name, colon, value = line.partition(":")
        if not colon:
            i -= 1
            break
        if modern:
            from email.header import decode_header

            value = "".join([s.decode(c or "ascii") if isinstance(s, bytes) else s for s, c in decode_header(value.strip())])
        msg._headers.append((name, value.strip()))
    body = "\n".join(lines[i + 1 if i < len(lines) and not lines[i] else i:])
    boundary = msg.get_boundary() if msg.get_content_maintype() == "multipart" else None
    if boundary is None:
        msg._payload = body
        return msg
    pieces = re.split(r"(?:^|\n)--" + re.escape(boundary) + r"(?:--)?[ \t]*(?:\n|$)", body)
    msg.preamble = pieces[0] or None
    msg._payload = [_parsed(piece, cls, policy) for piece in pieces[1:-1]]
    msg.epilogue = pieces[-1] or ("" if body.endswith("\n") else None)
    return msg
