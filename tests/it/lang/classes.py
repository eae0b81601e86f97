import functools
from os import path as p


class Base:
    """What it is."""

    count: int = 0
    __secret = 1

    def __init__(self, name, *rest, size=3, **more):
        super().__init__()
        self.name = name
        self.count += 1
        self.__secret -= size

    @property
    @functools.cache
    def label(self):
        return f"{self.name!r:>{self.count}} {__class__.__name__=}"


class Child(Base, metaclass=type):
    @staticmethod
    def make(*args, **kwargs):
        return Child(*args, 1, **kwargs, size=2)
