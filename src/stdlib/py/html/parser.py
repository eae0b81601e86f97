"""Reads HTML, forgiving."""

import re
from html import unescape

__all__ = ["HTMLParser"]

_INTEREST = re.compile("[&<]")
_INCOMPLETE = re.compile("&[a-zA-Z#]")
_ENTITY = re.compile("&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_CHARREF = re.compile("&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_TAG = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_ATTRIBUTE = re.compile(
    r"((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*"
)
_START_END = re.compile(
    r"<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['\"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*)(?:\s*,)*)?(?:\s|/(?!>))*)*)?\s*"
)
_END = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_DECLARATION = re.compile(r"[a-zA-Z]")


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self._start_text = None
        self.lineno = 1
        self.offset = 0

    def feed(self, data):
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        self.goahead(1)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def updatepos(self, i, j):
        if i >= j:
            return j
        lines = self.rawdata.count("\n", i, j)
        if lines:
            self.lineno += lines
            self.offset = j - self.rawdata.rindex("\n", i, j) - 1
        else:
            self.offset += j - i
        return j

    def _text(self, i, j):
        if i < j:
            s = self.rawdata[i:j]
            self.handle_data(unescape(s) if self.convert_charrefs and not self.cdata_elem else s)

    def goahead(self, end):
        rawdata = self.rawdata
        i = 0
        n = len(rawdata)
        while i < n:
            if self.convert_charrefs and not self.cdata_elem:
                j = rawdata.find("<", i)
                if j < 0:
                    amp = rawdata.rfind("&", max(i, n - 34))
                    if amp >= 0 and not re.compile(r"[\s;]").search(rawdata, amp):
                        break
                    j = n
            else:
                pattern = re.compile(rf"</{self.cdata_elem}\s*>", re.I) if self.cdata_elem else _INTEREST
                m = pattern.search(rawdata, i)
                if m:
                    j = m.start()
                else:
                    if self.cdata_elem:
                        break
                    j = n
            self._text(i, j)
            i = self.updatepos(i, j)
            if i == n:
                break
            if rawdata[i] == "<":
                if rawdata[i + 1:i + 2].isascii() and rawdata[i + 1:i + 2].isalpha():
                    k = self.parse_starttag(i)
                elif rawdata.startswith("</", i):
                    k = self.parse_endtag(i)
                elif rawdata.startswith("<!--", i):
                    k = self.parse_comment(i)
                elif rawdata.startswith("<?", i):
                    k = self.parse_pi(i)
                elif rawdata.startswith("<!", i):
                    k = self.parse_html_declaration(i)
                elif i + 1 < n or end:
                    self.handle_data("<")
                    k = i + 1
                else:
                    break
                if k < 0:
                    if not end:
                        break
                    k = rawdata.find(">", i + 1)
                    if k < 0:
                        k = rawdata.find("<", i + 1)
                        if k < 0:
                            k = i + 1
                    else:
                        k += 1
                    self._text(i, k)
                i = self.updatepos(i, k)
            elif rawdata.startswith("&#", i):
                m = _CHARREF.match(rawdata, i)
                if not m:
                    if ";" in rawdata[i:]:
                        self.handle_data(rawdata[i:i + 2])
                        i = self.updatepos(i, i + 2)
                    break
                self.handle_charref(m.group()[2:-1])
                k = m.end()
                if rawdata[k - 1] != ";":
                    k -= 1
                i = self.updatepos(i, k)
            else:
                m = _ENTITY.match(rawdata, i)
                if m:
                    self.handle_entityref(m.group(1))
                    k = m.end()
                    if rawdata[k - 1] != ";":
                        k -= 1
                    i = self.updatepos(i, k)
                    continue
                if _INCOMPLETE.match(rawdata, i) and not end:
                    break
                self.handle_data("&")
                i = self.updatepos(i, i + 1)
        if end and i < n:
            self._text(i, n)
            i = self.updatepos(i, n)
        self.rawdata = rawdata[i:]

    def parse_comment(self, i):
        j = self.rawdata.find("-->", i + 4)
        if j < 0:
            return -1
        self.handle_comment(self.rawdata[i + 4:j])
        return j + 3

    def parse_html_declaration(self, i):
        rawdata = self.rawdata
        if rawdata[i:i + 3] == "<![":
            j = rawdata.find("]", i)
            if j < 0:
                return -1
            k = rawdata.find(">", j)
            self.unknown_decl(rawdata[i + 3:rawdata.find("]]>", i) if rawdata.find("]]>", i) > 0 else j])
            return k + 1
        j = rawdata.find(">", i + 2)
        if j < 0:
            return -1
        if rawdata[i:i + 9].lower() == "<!doctype":
            self.handle_decl(rawdata[i + 2:j])
        else:
            self.handle_comment(rawdata[i + 2:j])
        return j + 1

    def parse_pi(self, i):
        j = self.rawdata.find(">", i + 2)
        if j < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:j])
        return j + 1

    def parse_starttag(self, i):
        self._start_text = None
        rawdata = self.rawdata
        j = _START_END.match(rawdata, i).end()
        if rawdata[j:j + 1] == ">":
            end = j + 1
        elif rawdata.startswith("/>", j):
            end = j + 2
        elif j == len(rawdata) or rawdata[j] in "/abcdefghijklmnopqrstuvwxyz=ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            return -1
        else:
            end = j if j > i else i + 1
        self._start_text = rawdata[i:end]
        m = _TAG.match(rawdata, i + 1)
        k = m.end()
        tag = self.lasttag = m.group(1).lower()
        attrs = []
        while k < end:
            m = _ATTRIBUTE.match(rawdata, k)
            if not m:
                break
            name, rest, value = m.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            attrs.append((name.lower(), unescape(value) if value else value))
            k = m.end()
        tail = rawdata[k:end].strip()
        if tail not in (">", "/>"):
            self.handle_data(rawdata[i:end])
            return end
        if tail.endswith("/>"):
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def parse_endtag(self, i):
        rawdata = self.rawdata
        close = rawdata.find(">", i + 1)
        if close < 0:
            return -1
        m = _END.match(rawdata, i)
        if m:
            tag = m.group(1).lower()
            end = m.end()
        else:
            if self.cdata_elem is not None:
                self.handle_data(rawdata[i:close + 1])
                return close + 1
            m = _TAG.match(rawdata, i + 2)
            if not m:
                if rawdata[i:i + 3] == "</>":
                    return i + 3
                self.handle_comment(rawdata[i + 2:close])
                return close + 1
            tag = m.group(1).lower()
            end = rawdata.find(">", m.end()) + 1
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(rawdata[i:end])
            return end
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return end

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
