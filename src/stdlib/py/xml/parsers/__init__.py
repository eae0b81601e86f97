"""Of parsers only the error: `xml.parsers.expat.ExpatError`."""
