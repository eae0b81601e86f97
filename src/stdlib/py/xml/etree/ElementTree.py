"""Elements, trees of them, and how they are read and written."""

import contextlib
import io
import re
import sys
import warnings

import _xml
from xml.etree import ElementPath

__all__ = [
    "Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement", "iterparse", "parse",
    "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION",
    "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace",
]
VERSION = "1.3.0"


class ParseError(SyntaxError):
    """The text is not well-formed: with `code` and `position`."""


def iselement(element):
    return hasattr(element, "tag")


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"attrib must be dict, not {attrib.__class__.__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return f"<Element {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib):
        return self.__class__(tag, attrib)

    def __copy__(self):
        new = self.makeelement(self.tag, self.attrib)
        new.text, new.tail = self.text, self.tail
        new[:] = self
        return new

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn("Testing an element's truth value will always return True in future versions.  "
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        for e in element if isinstance(index, slice) else [element]:
            _only(e)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def __iter__(self):
        return iter(self._children)

    def append(self, subelement, /):
        _only(subelement)
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in elements:
            _only(element)
            self._children.append(element)

    def insert(self, index, subelement, /):
        _only(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        try:
            self._children.remove(subelement)
        except ValueError:
            raise ValueError("list.remove(x): x not in list") from None

    def find(self, path, namespaces=None):
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return ElementPath.findtext(self, path, default, namespaces)

    def findall(self, path, namespaces=None):
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        if tag == "*":
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for e in self._children:
            yield from e.iter(tag)

    def itertext(self):
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for e in self:
            yield from e.itertext()
            if e.tail:
                yield e.tail


Element.__module__ = "xml.etree.ElementTree"


def _only(e):
    if not isinstance(e, Element):
        raise TypeError(f"append() argument must be xml.etree.ElementTree.Element, not {type(e).__name__}")


def SubElement(parent, tag, attrib={}, **extra):
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)


class ElementTree:
    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        parser = parser or XMLParser()
        with _opened(source, "rb") as f:
            while data := f.read(65536):
                parser.feed(data)
        self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _path(self, path):
        if path[:1] == "/":
            path = "." + path
            warnings.warn(f"This search is broken in 1.3 and earlier, and will be fixed in a future version.  "
                          f"If you rely on the current behaviour, change it to {path!r}", FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        encoding = encoding or ("utf-8" if method == "c14n" else "us-ascii")
        text = encoding.lower() == "unicode"
        out = []
        method = method or "xml"
        if method not in _WRITERS:
            raise ValueError(f"unknown method {method!r}")
        if method == "xml" and (xml_declaration or xml_declaration is None
                                and encoding.lower() not in ("utf-8", "us-ascii", "unicode")):
            out.append(f"<?xml version='1.0' encoding='{'utf-8' if text else encoding}'?>\n")
        if method == "text":
            out.extend(self._root.itertext())
        else:
            names, spaces = _names(self._root, default_namespace)
            _WRITERS[method](out.append, self._root, names, spaces, short_empty_elements)
        if isinstance(file_or_filename, _Pieces):
            file_or_filename.all = out
            return
        data = "".join(out)
        data = data if text else data.encode(encoding, "xmlcharrefreplace")
        if hasattr(file_or_filename, "write"):
            file_or_filename.write(data)
        else:
            with open(file_or_filename, "wb" if not text else "w", **({"encoding": "utf-8"} if text else {})) as f:
                f.write(data)


@contextlib.contextmanager
def _opened(source, mode):
    if hasattr(source, "read"):
        yield source
    else:
        with open(source, mode) as f:
            yield f


_namespace_map = {
    "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
    if re.match(r"ns\d+$", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for k, v in list(_namespace_map.items()):
        if k == uri or v == prefix:
            del _namespace_map[k]
    _namespace_map[uri] = prefix


def _wrong(text):
    raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})")


def _names(root, default):
    """What names are written as, and the prefixes that need a declaration."""
    names, spaces = {None: None}, {}
    if default:
        spaces[default] = ""

    def add(name):
        if name[:1] != "{":
            if default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            names[name] = name
            return
        uri, _, tag = name[1:].rpartition("}")
        prefix = spaces.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri) or f"ns{len(spaces)}"
            if prefix != "xml":
                spaces[uri] = prefix
        names[name] = f"{prefix}:{tag}" if prefix else tag

    for e in root.iter():
        tag = e.tag
        if isinstance(tag, QName):
            tag = tag.text
        if isinstance(tag, str):
            if tag not in names:
                add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _wrong(tag)
        for k, v in e.items():
            for one in (k, v):
                if isinstance(one, QName):
                    if one.text not in names:
                        add(one.text)
            if isinstance(k, str) and k not in names:
                add(k)
        if isinstance(e.text, QName) and e.text.text not in names:
            add(e.text.text)
    return names, spaces


def _text(text):
    if not isinstance(text, str):
        _wrong(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text):
    if not isinstance(text, str):
        _wrong(text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def _start(write, elem, tag, names, spaces):
    write("<" + tag)
    items = list(elem.items())
    if spaces:
        for uri, prefix in sorted(spaces.items(), key=lambda x: x[1]):
            write(f' xmlns{":" + prefix if prefix else ""}="{_attribute(uri)}"')
    for k, v in items:
        k = k.text if isinstance(k, QName) else k
        if k not in names:
            _wrong(k)
        v = names[v.text] if isinstance(v, QName) else _attribute(v)
        write(f' {names[k]}="{v}"')


def _write_xml(write, elem, names, spaces, short):
    tag, text = elem.tag, elem.text
    if tag is Comment:
        write(f"<!--{text}-->")
    elif tag is PI:
        write(f"<?{text}?>")
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_text(text))
            for e in elem:
                _write_xml(write, e, names, None, short)
        else:
            _start(write, elem, tag, names, spaces)
            if text or len(elem) or not short:
                write(">")
                if text:
                    write(names[text.text] if isinstance(text, QName) else _text(text))
                for e in elem:
                    _write_xml(write, e, names, None, short)
                write(f"</{tag}>")
            else:
                write(" />")
    if elem.tail:
        write(_text(elem.tail))


_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param",
          "source", "track", "wbr"}


def _write_html(write, elem, names, spaces, short):
    tag, text = elem.tag, elem.text
    if tag is Comment or tag is PI:
        write(f"<!--{_text(text)}-->" if tag is Comment else f"<?{_text(text)}?>")
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        _start(write, elem, tag, names, spaces)
        write(">")
        if text:
            write(text if tag.lower() in ("script", "style") else _text(text))
        for e in elem:
            _write_html(write, e, names, None, short)
        if tag.lower() not in _EMPTY:
            write(f"</{tag}>")
    if elem.tail:
        write(_text(elem.tail))


_WRITERS = {"xml": _write_xml, "html": _write_html, "text": None}


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace,
                               method=method, short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **keywords):
    if encoding != "unicode":
        return [tostring(element, encoding, method, **keywords)]
    pieces = _Pieces()
    ElementTree(element).write(pieces, encoding, method=method, **keywords)
    return pieces.all


class _Pieces:
    """Takes what is written as it comes, piece by piece."""

    write = all = None


def dump(elem):
    tree = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    tree.write(sys.stdout, encoding="unicode")
    tail = tree.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")
    if not len(tree):
        return

    def inner(elem, outside):
        inside = outside + space
        if not elem.text or not elem.text.strip():
            elem.text = inside
        for child in elem:
            if len(child):
                inner(child, inside)
            if not child.tail or not child.tail.strip():
                child.tail = inside
        if not child.tail.strip():
            child.tail = outside

    inner(tree, "\n" + level * space)


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


class TreeBuilder:
    """Makes elements of a parser's events."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data, self._elem = [], []
        self._last = self._root = None
        self._tail = False
        self._factory = element_factory or Element
        self._comment_factory, self._pi_factory = comment_factory or Comment, pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        if self._elem:
            raise AssertionError("missing end tags")
        if self._root is None:
            raise AssertionError("missing toplevel element")
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._tail:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data):
        self._data.append(data)

    def start(self, tag, attrs):
        self._flush()
        self._last = elem = self._factory(tag, attrs)
        if self._elem:
            self._elem[-1].append(elem)
        elif self._root is None:
            self._root = elem
        self._elem.append(elem)
        self._tail = False
        return elem

    def end(self, tag):
        self._flush()
        self._last = self._elem.pop()
        self._tail = True
        return self._last

    def comment(self, text):
        return self._single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None):
        return self._single(self._pi_factory, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        elem = factory(*args)
        if insert:
            self._flush()
            self._last = elem
            if self._elem:
                self._elem[-1].append(elem)
            self._tail = True
        return elem


class XMLParser:
    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self._reader = _xml.Reader(self)
        self.entity = self._reader.entities
        self._bytes = b""

    def feed(self, data, /):
        try:
            if not isinstance(data, str):
                data = self._decoded(bytes(data))
            self._reader.feed(data)
        except _xml.Mistake as e:
            _raise(e)

    def _decoded(self, data):
        self._bytes += data
        if not hasattr(self, "_coding"):
            if len(self._bytes) < 4 or self._bytes[:5] == b"<?xml" and b"?>" not in self._bytes:
                return ""
            head = re.match(rb"<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']", self._bytes)
            mark = self._bytes[:2] in (b"\xff\xfe", b"\xfe\xff")
            if self._bytes[:3] == b"\xef\xbb\xbf":
                self._bytes = self._bytes[3:]
            self._coding = "utf-16" if mark else head.group(1).decode() if head else "utf-8"
        if self._coding == "utf-16":
            return ""
        data = self._bytes
        try:
            text, self._bytes = data.decode(self._coding), b""
        except UnicodeDecodeError as e:
            # A character may end in the next piece.
            if e.start < len(data) - 3:
                raise
            text, self._bytes = data[:e.start].decode(self._coding), data[e.start:]
        return text

    def close(self):
        try:
            if self._bytes:
                self._reader.feed(_xml.decoded(self._bytes))
            self._reader.close()
        except _xml.Mistake as e:
            _raise(e)
        if hasattr(self.target, "close"):
            return self.target.close()

    def flush(self):
        pass

    def start(self, tag, attributes):
        self.target.start(tag, attributes)

    def end(self, tag):
        self.target.end(tag)

    def data(self, text):
        self.target.data(text) if hasattr(self.target, "data") else None

    def comment(self, text):
        if hasattr(self.target, "comment"):
            self.target.comment(text)

    def pi(self, target, text):
        if hasattr(self.target, "pi"):
            self.target.pi(target, text)

    def doctype(self, name):
        if hasattr(self.target, "doctype"):
            self.target.doctype(name, None, None)

    def start_ns(self, prefix, uri):
        if hasattr(self.target, "start_ns"):
            self.target.start_ns(prefix, uri)

    def end_ns(self, prefix):
        if hasattr(self.target, "end_ns"):
            self.target.end_ns(prefix)


def _raise(e):
    error = ParseError(str(e))
    error.code, error.position = e.code, e.position
    raise error from None


class _Watched(TreeBuilder):
    """Notes the events that a pull parser was asked for."""

    def __init__(self, events):
        super().__init__(insert_comments="comment" in events, insert_pis="pi" in events)
        self.wanted, self.seen = events, []

    def _note(self, event, what):
        if event in self.wanted:
            self.seen.append((event, what))
        return what

    def start(self, tag, attrs):
        return self._note("start", super().start(tag, attrs))

    def end(self, tag):
        return self._note("end", super().end(tag))

    def comment(self, text):
        return self._note("comment", super().comment(text))

    def pi(self, target, text=None):
        return self._note("pi", super().pi(target, text))

    def start_ns(self, prefix, uri):
        self._note("start-ns", (prefix or "", uri or ""))

    def end_ns(self, prefix):
        self._note("end-ns", None)


class XMLPullParser:
    def __init__(self, events=None, *, _parser=None):
        events = ("end",) if events is None else tuple(events)
        for event in events:
            if event not in ("start", "end", "comment", "pi", "start-ns", "end-ns"):
                raise ValueError(f"unknown event {event!r}")
        self._builder = _Watched(events)
        self._parser = XMLParser(target=self._builder)

    def feed(self, data):
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        try:
            self._parser.feed(data)
        except SyntaxError as e:
            self._builder.seen.append(e)

    def _close_and_return_root(self):
        parser, self._parser = self._parser, None
        return parser.close()

    def close(self):
        self._close_and_return_root()

    def read_events(self):
        while self._builder.seen:
            event = self._builder.seen.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        pass


class _Events:
    """`iterparse`'s iterator, with the root when all is read."""

    def __init__(self, source, events):
        self._pull = XMLPullParser(events)
        self._own = not hasattr(source, "read")
        self._source = open(source, "rb") if self._own else source
        self.root = None
        self._steps = self._run()

    def _run(self):
        try:
            while data := self._source.read(16384):
                self._pull.feed(data)
                yield from self._pull.read_events()
            root = self._pull._close_and_return_root()
            yield from self._pull.read_events()
            self.root = root
        finally:
            self.close()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)

    def close(self):
        if self._own:
            self._source.close()


def iterparse(source, events=None, parser=None):
    return _Events(source, events)


def XML(text, parser=None):
    parser = parser or XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser()
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {e.get("id"): e for e in tree.iter() if e.get("id")}
