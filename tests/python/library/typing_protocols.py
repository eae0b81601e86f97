# Protocols: what has the members, at run time too.
from typing import *


@runtime_checkable
class Closeable(Protocol):
    def close(self): ...


class Named(Protocol):
    name: str


class File:
    def close(self):
        return "closed"


class Other:
    close = None


def tried(call):
    try:
        print(call())
    except TypeError as e:
        print(e)


tried(lambda: (isinstance(File(), Closeable), issubclass(File, Closeable), isinstance(3, Closeable), issubclass(int, Closeable)))
tried(lambda: isinstance(Other(), Closeable))
tried(lambda: isinstance(1, Named))
tried(lambda: Closeable())
runtime_checkable(Named)
tried(lambda: issubclass(int, Named))
f = File()
tried(lambda: isinstance(f, Named))
f.name = "f"
tried(lambda: isinstance(f, Named))
tried(lambda: sorted(get_protocol_members(Named)))
tried(lambda: (is_protocol(Named), is_protocol(File), is_protocol(Protocol)))
tried(lambda: runtime_checkable(File))
tried(lambda: get_protocol_members(int))


class Child(Closeable):
    def __init__(self, n):
        self.n = n


tried(lambda: Child(3).n)
tried(lambda: Child.__mro__)


class Both(Closeable, Named, Protocol):
    pass


tried(lambda: sorted(get_protocol_members(Both)))
print(isinstance(1, SupportsInt), isinstance("a", SupportsAbs), isinstance(2.5, SupportsFloat), isinstance([], Sized))
