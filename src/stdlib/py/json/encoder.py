"""The encoder's part of json."""

from json import JSONEncoder
