"""XML: trees of elements, and texts made safe for it."""

__all__ = ["dom", "parsers", "sax", "etree"]
