"""What expat raises. The parser itself is reached by `xml.etree.ElementTree` and `xml.dom.minidom`."""


class ExpatError(Exception):
    """The text is not well-formed."""


error = ExpatError


def ParserCreate(*args, **keywords):
    import _machine

    _machine.unsupported("xml.parsers.expat.ParserCreate() is not supported: use xml.etree.ElementTree")
