"""Reading XML: what expat does in CPython. Events go to the methods of a target: start, end, data, comment, pi, doctype."""

import re

_NAME = re.compile(r"[A-Za-z_:\u00c0-\U0010ffff][-\w.:\u00b7\u00c0-\U0010ffff]*")
_SPACE = re.compile(r"[ \t\r\n]*")
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": '"'}
_CODES = {
    "no element found": 3, "not well-formed (invalid token)": 4, "unclosed token": 5, "mismatched tag": 7,
    "duplicate attribute": 8, "junk after document element": 9, "undefined entity": 11, "unclosed CDATA section": 20,
    "unbound prefix": 27, "reference to invalid character number": 14, "XML or text declaration not at start of entity": 30,
}


class Mistake(Exception):
    def __init__(self, what, line, column):
        Exception.__init__(self, f"{what}: line {line}, column {column}")
        self.code = _CODES.get(what, 2)
        self.position = line, column


def decoded(data):
    """The text of a document in bytes, by its mark or its declaration."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    m = re.match(rb"<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']", data)
    return data.decode(m.group(1).decode() if m else "utf-8")


class Reader:
    """Takes a document in pieces; what is complete is told at once. `namespaces`: names become `{uri}local`."""

    def __init__(self, target, namespaces=True):
        self.target, self.namespaces = target, namespaces
        self.s, self.at, self.line, self.column = "", 0, 1, 0
        self.open, self.spaces = [], [{"xml": "http://www.w3.org/XML/1998/namespace"}]
        self.begun = self.ended = False
        self.entities = dict(_ENTITIES)

    def bad(self, what, at=None):
        before = self.s[:self.at if at is None else at]
        lines = before.count("\n")
        column = len(before) - before.rfind("\n") - 1 if lines else self.column + len(before)
        return Mistake(what, self.line + lines, column)

    def feed(self, text):
        self.s += text.replace("\r\n", "\n")
        while self._step(False):
            pass
        done, self.s = self.s[:self.at], self.s[self.at:]
        if "\n" in done:
            self.line += done.count("\n")
            self.column = len(done) - done.rfind("\n") - 1
        else:
            self.column += len(done)
        self.at = 0

    def close(self):
        while self._step(True):
            pass
        if self.open or not self.ended:
            raise self.bad("no element found", len(self.s))

    def _step(self, last):
        s, at = self.s, self.at
        if at >= len(s):
            return False
        if s[at] != "<":
            return self._text(last)
        for mark, close, what in (("<!--", "-->", self._comment), ("<![CDATA[", "]]>", self._cdata), ("<?", "?>", self._pi)):
            if s.startswith(mark, at):
                end = s.find(close, at + len(mark))
                if end < 0:
                    if last:
                        raise self.bad("unclosed CDATA section" if mark == "<![CDATA[" else "unclosed token")
                    return False
                what(s[at + len(mark):end])
                self.at = end + len(close)
                return True
            if not last and mark.startswith(s[at:]):
                return False
        if s.startswith("<!DOCTYPE", at):
            return self._doctype(last)
        end = self._end(at)
        if end < 0:
            if last or "<" in s[at + 1:]:
                self._tag_mistake()
                raise self.bad("unclosed token")
            return False
        if s.startswith("</", at):
            self._close(end)
        else:
            self._open(end)
        self.at = end + 1
        return True

    def _end(self, at):
        """The `>` that closes a tag, not one inside quotes."""
        quote = None
        for i in range(at, len(self.s)):
            c = self.s[i]
            if quote:
                if c == quote:
                    quote = None
            elif c in "\"'":
                quote = c
            elif c == ">":
                return i
        return -1

    def _tag_mistake(self):
        at = self.at + 1 + self.s.startswith("</", self.at)
        m = _NAME.match(self.s, at)
        if m is None and at < len(self.s):
            raise self.bad("not well-formed (invalid token)", at)

    def _text(self, last):
        s, at = self.s, self.at
        end = s.find("<", at)
        if end < 0:
            # The end of a reference may still come.
            if not last and "&" in s[at:] and ";" not in s[s.rfind("&"):]:
                return False
            end = len(s)
        text = s[at:end]
        if not self.open:
            m = _SPACE.match(text)
            if m.end() != len(text):
                raise self.bad("junk after document element" if self.ended else "syntax error", at + m.end())
        else:
            if "]]>" in text:
                raise self.bad("not well-formed (invalid token)", at + text.index("]]>"))
            self.target.data(self._resolved(text, at))
        self.at = end
        return True

    def _resolved(self, text, at):
        for i, c in enumerate(text):
            if c < " " and c not in "\t\n\r":
                raise self.bad("not well-formed (invalid token)", at + i)
        if "&" not in text:
            return text
        out, done = [], 0
        while True:
            i = text.find("&", done)
            if i < 0:
                return "".join(out) + text[done:]
            out.append(text[done:i])
            end = text.find(";", i)
            name = text[i + 1:end] if end > 0 else ""
            if name[:1] == "#":
                try:
                    out.append(chr(int(name[2:], 16) if name[1:2] == "x" else int(name[1:])))
                except (ValueError, OverflowError):
                    raise self.bad("not well-formed (invalid token)", at + i) from None
            elif not _NAME.fullmatch(name):
                m = _NAME.match(text, i + 1)
                raise self.bad("not well-formed (invalid token)", at + (m.end() if m else i + 1))
            elif name in self.entities:
                out.append(self.entities[name])
            else:
                raise self.bad("undefined entity", at + i)
            done = end + 1

    def _comment(self, text):
        self.target.comment(text)

    def _cdata(self, text):
        if not self.open:
            raise self.bad("not well-formed (invalid token)")
        self.target.data(text)

    def _pi(self, text):
        name, _, rest = text.partition(" ")
        if name.lower() == "xml":
            if self.at or self.line > 1 or self.column or self.begun:
                raise self.bad("XML or text declaration not at start of entity")
            return
        self.target.pi(name, rest.strip())

    def _doctype(self, last):
        s, at, depth = self.s, self.at, 0
        for i in range(at, len(s)):
            if s[i] == "[":
                depth += 1
            elif s[i] == "]":
                depth -= 1
            elif s[i] == ">" and depth == 0:
                text = s[at + 9:i]
                for m in re.finditer(r"<!ENTITY\s+(\S+)\s+([\"'])(.*?)\2\s*>", text, re.DOTALL):
                    self.entities.setdefault(m.group(1), m.group(3))
                self.target.doctype(text.strip().split()[0] if text.strip() else "")
                self.at = i + 1
                return True
        if last:
            raise self.bad("unclosed token")
        return False

    def _named(self, name, spaces, at, attribute=False):
        if not self.namespaces:
            return name
        prefix, colon, local = name.partition(":")
        if not colon:
            uri = None if attribute else spaces.get("")
            return f"{{{uri}}}{name}" if uri else name
        if prefix not in spaces:
            raise self.bad("unbound prefix", at)
        return f"{{{spaces[prefix]}}}{local}"

    def _open(self, end):
        s, at = self.s, self.at
        if self.ended:
            raise self.bad("junk after document element")
        m = _NAME.match(s, at + 1)
        if m is None:
            raise self.bad("not well-formed (invalid token)", at + 1)
        name, p = m.group(), m.end()
        empty = s[end - 1] == "/"
        stop = end - 1 if empty else end
        raw = {}
        while True:
            q = _SPACE.match(s, p).end()
            if q >= stop:
                break
            m = _NAME.match(s, q)
            if m is None or q == p:
                raise self.bad("not well-formed (invalid token)", q)
            key, start = m.group(), q
            q = _SPACE.match(s, m.end()).end()
            if s[q] != "=":
                raise self.bad("not well-formed (invalid token)", q)
            q = _SPACE.match(s, q + 1).end()
            quote = s[q]
            if quote not in "\"'":
                raise self.bad("not well-formed (invalid token)", q)
            p = s.index(quote, q + 1)
            value = s[q + 1:p]
            if "<" in value:
                raise self.bad("not well-formed (invalid token)", q + 1 + value.index("<"))
            if key in raw:
                raise self.bad("duplicate attribute", start)
            raw[key] = self._resolved(value.replace("\n", " ").replace("\t", " "), q + 1)
            p += 1
        spaces = self.spaces[-1]
        fresh = []
        if self.namespaces:
            for key in list(raw):
                if key == "xmlns" or key.startswith("xmlns:"):
                    fresh.append((key[6:], raw.pop(key)))
            if fresh:
                spaces = {**spaces, **dict(fresh)}
        for prefix, uri in fresh:
            self.target.start_ns(prefix, uri)
        attributes = {self._named(k, spaces, at, True): v for k, v in raw.items()}
        full = self._named(name, spaces, at)
        self.begun = True
        self.target.start(full, attributes)
        self.open.append((name, full, fresh))
        self.spaces.append(spaces)
        if empty:
            self._pop()

    def _pop(self):
        _, full, fresh = self.open.pop()
        self.spaces.pop()
        self.target.end(full)
        for prefix, _ in reversed(fresh):
            self.target.end_ns(prefix)
        self.ended = not self.open

    def _close(self, end):
        m = _NAME.match(self.s, self.at + 2)
        if m is None:
            raise self.bad("not well-formed (invalid token)", self.at + 2)
        if _SPACE.match(self.s, m.end()).end() != end:
            raise self.bad("not well-formed (invalid token)", m.end())
        if not self.open or self.open[-1][0] != m.group():
            if not self.open and not self.begun:
                raise self.bad("not well-formed (invalid token)", self.at + 1)
            raise self.bad("mismatched tag" if self.open else "junk after document element", self.at + 2 if self.open else self.at)
        self._pop()
