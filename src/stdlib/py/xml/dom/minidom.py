"""A small document object model."""

import io
import xml.dom
from xml.dom import Node as _Kinds

import _xml


class Node(_Kinds):
    parentNode = ownerDocument = nodeValue = None
    attributes = None
    namespaceURI = prefix = localName = None

    def __init__(self):
        self.childNodes = []

    def __bool__(self):
        return True

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    def _beside(self, by):
        if self.parentNode is None:
            return None
        all = self.parentNode.childNodes
        at = [n is self for n in all].index(True) + by
        return all[at] if 0 <= at < len(all) else None

    @property
    def nextSibling(self):
        return self._beside(1)

    @property
    def previousSibling(self):
        return self._beside(-1)

    def hasChildNodes(self):
        return bool(self.childNodes)

    def appendChild(self, node):
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        self.childNodes.append(node)
        node.parentNode = self
        return node

    def insertBefore(self, newChild, refChild):
        if refChild is None:
            return self.appendChild(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        self.childNodes.insert([n is refChild for n in self.childNodes].index(True), newChild)
        newChild.parentNode = self
        return newChild

    def replaceChild(self, newChild, oldChild):
        self.insertBefore(newChild, oldChild)
        return self.removeChild(oldChild)

    def removeChild(self, oldChild):
        at = [n is oldChild for n in self.childNodes].index(True)
        del self.childNodes[at]
        oldChild.parentNode = None
        return oldChild

    def cloneNode(self, deep):
        import copy

        new = copy.copy(self)
        new.parentNode = None
        new.childNodes = []
        if deep:
            for child in self.childNodes:
                new.appendChild(child.cloneNode(True))
        return new

    def normalize(self):
        out = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE and (not child.data or out and out[-1].nodeType == Node.TEXT_NODE):
                if child.data:
                    out[-1].data += child.data
                continue
            out.append(child)
            child.normalize()
        self.childNodes = out

    def getElementsByTagName(self, name):
        out = []
        for child in self.childNodes:
            if child.nodeType == Node.ELEMENT_NODE:
                if name == "*" or child.tagName == name:
                    out.append(child)
                out.extend(child.getElementsByTagName(name))
        return NodeList(out)

    def toxml(self, encoding=None, standalone=None):
        return self.toprettyxml("", "", encoding, standalone)

    def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
        out = io.StringIO()
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(out, "", indent, newl, encoding, standalone)
        else:
            self.writexml(out, "", indent, newl)
        text = out.getvalue()
        return text if encoding is None else text.encode(encoding, "xmlcharrefreplace")

    def unlink(self):
        self.parentNode = self.ownerDocument = None
        for child in self.childNodes:
            child.unlink()
        self.childNodes = []

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.unlink()


class NodeList(list):
    @property
    def length(self):
        return len(self)

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None


def _safe(text, attribute=False):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if attribute:
        text = text.replace('"', "&quot;").replace("\r", "&#xD;").replace("\n", "&#xA;").replace("\t", "&#x9;")
    return text


class Attr(Node):
    nodeType = Node.ATTRIBUTE_NODE
    specified = True

    def __init__(self, name, value="", owner=None):
        Node.__init__(self)
        self.name = self.nodeName = self.localName = name
        self.value = value
        self.ownerElement = owner

    @property
    def nodeValue(self):
        return self.value


class NamedNodeMap:
    """The attributes of an element."""

    def __init__(self, element):
        self._element = element

    def _all(self):
        return self._element._attributes

    @property
    def length(self):
        return len(self._all())

    __len__ = length.fget

    def item(self, index):
        return list(self._all().values())[index] if 0 <= index < len(self._all()) else None

    def items(self):
        return [(a.name, a.value) for a in self._all().values()]

    def keys(self):
        return list(self._all())

    def values(self):
        return list(self._all().values())

    def get(self, name, value=None):
        return self._all().get(name, value)

    getNamedItem = get

    def __getitem__(self, name):
        return self._all()[name]

    def __setitem__(self, name, value):
        self._element.setAttribute(name, value if isinstance(value, str) else value.value)

    def __delitem__(self, name):
        del self._all()[name]

    def __contains__(self, name):
        return name in self._all()


class Element(Node):
    nodeType = Node.ELEMENT_NODE

    def __init__(self, tagName, namespaceURI=None):
        Node.__init__(self)
        self.tagName = self.nodeName = tagName
        self.prefix, _, self.localName = tagName.rpartition(":")
        self.namespaceURI = namespaceURI
        self._attributes = {}

    def __repr__(self):
        return f"<DOM Element: {self.tagName} at {id(self):#x}>"

    @property
    def attributes(self):
        return NamedNodeMap(self)

    def hasAttributes(self):
        return bool(self._attributes)

    def hasAttribute(self, name):
        return name in self._attributes

    def getAttribute(self, attname):
        return self._attributes[attname].value if attname in self._attributes else ""

    def getAttributeNode(self, name):
        return self._attributes.get(name)

    def setAttribute(self, attname, value):
        self._attributes[attname] = Attr(attname, value, self)

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        self.setAttribute(qualifiedName, value)

    def removeAttribute(self, name):
        if name not in self._attributes:
            raise xml.dom.NotFoundErr if hasattr(xml.dom, "NotFoundErr") else KeyError(name)
        del self._attributes[name]

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(indent + "<" + self.tagName)
        for a in self._attributes.values():
            writer.write(f' {a.name}="{_safe(a.value, True)}"')
        if not self.childNodes:
            return writer.write("/>" + newl)
        writer.write(">")
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, "", "", "")
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f"</{self.tagName}>{newl}")


class CharacterData(Node):
    def __init__(self, data=""):
        Node.__init__(self)
        self.data = data

    def __len__(self):
        return len(self.data)

    @property
    def length(self):
        return len(self.data)

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, data):
        self.data = data

    def __repr__(self):
        more = "..." if len(self.data) > 10 else ""
        return f'<DOM {self.__class__.__name__} node "{self.data[:10]!r}{more}">'


class Text(CharacterData):
    nodeType, nodeName = Node.TEXT_NODE, "#text"

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(indent + _safe(self.data) + newl)


class Comment(CharacterData):
    nodeType, nodeName = Node.COMMENT_NODE, "#comment"

    def writexml(self, writer, indent="", addindent="", newl=""):
        if "--" in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f"{indent}<!--{self.data}-->{newl}")


class CDATASection(Text):
    nodeType, nodeName = Node.CDATA_SECTION_NODE, "#cdata-section"

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(f"<![CDATA[{self.data}]]>")


class ProcessingInstruction(Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        Node.__init__(self)
        self.target = self.nodeName = target
        self.data = self.nodeValue = data

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(f"{indent}<?{self.target} {self.data}?>{newl}")


class DocumentType(Node):
    nodeType = Node.DOCUMENT_TYPE_NODE

    def __init__(self, name):
        Node.__init__(self)
        self.name = self.nodeName = name

    def writexml(self, writer, indent="", addindent="", newl=""):
        writer.write(f"<!DOCTYPE {self.name}>{newl}")


class DocumentFragment(Node):
    nodeType, nodeName = Node.DOCUMENT_FRAGMENT_NODE, "#document-fragment"


class Document(Node):
    nodeType, nodeName = Node.DOCUMENT_NODE, "#document"
    encoding = standalone = version = doctype = None

    @property
    def documentElement(self):
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createElement(self, tagName):
        return self._own(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        return self._own(Element(qualifiedName, namespaceURI))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError("node contents must be a string")
        return self._own(Text(data))

    def createComment(self, data):
        return self._own(Comment(data))

    def createCDATASection(self, data):
        return self._own(CDATASection(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        return self._own(Attr(qName))

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def importNode(self, node, deep):
        return node.cloneNode(deep)

    def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
        more = f' encoding="{encoding}"' if encoding else ""
        end = "" if encoding or standalone is not None else " "
        if standalone is not None:
            more += f' standalone="{"yes" if standalone else "no"}"'
        writer.write(f'<?xml version="1.0"{more}{end}?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


class DOMImplementation:
    def createDocument(self, namespaceURI, qualifiedName, doctype):
        document = Document()
        if qualifiedName:
            document.appendChild(document.createElementNS(namespaceURI, qualifiedName))
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        return DocumentType(qualifiedName)


def getDOMImplementation(features=None):
    return DOMImplementation()


class _Builder:
    """Makes a document of a parser's events."""

    def __init__(self):
        self.document = self.at = Document()

    def start(self, name, attributes):
        e = self.document.createElement(name)
        for k, v in attributes.items():
            e.setAttribute(k, v)
        self.at.appendChild(e)
        self.at = e

    def end(self, name):
        self.at = self.at.parentNode

    def data(self, text):
        last = self.at.lastChild
        if last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += text
        else:
            self.at.appendChild(self.document.createTextNode(text))

    def comment(self, text):
        self.at.appendChild(self.document.createComment(text))

    def pi(self, target, text):
        self.at.appendChild(self.document.createProcessingInstruction(target, text))

    def doctype(self, name):
        self.document.doctype = self.at.appendChild(self.document._own(DocumentType(name)))


def parseString(string, parser=None):
    from xml.parsers.expat import ExpatError

    builder = _Builder()
    reader = _xml.Reader(builder, namespaces=False)
    try:
        reader.feed(string if isinstance(string, str) else _xml.decoded(bytes(string)))
        reader.close()
    except _xml.Mistake as e:
        error = ExpatError(str(e))
        error.code, (error.lineno, error.offset) = e.code, e.position
        raise error from None
    return builder.document


def parse(file, parser=None, bufsize=None):
    if hasattr(file, "read"):
        return parseString(file.read())
    with open(file, "rb") as f:
        return parseString(f.read())
