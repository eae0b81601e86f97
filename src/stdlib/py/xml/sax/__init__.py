"""Of SAX only what makes texts safe: `xml.sax.saxutils`."""
