"""The decoder's part of json."""

from json import JSONDecodeError, JSONDecoder
