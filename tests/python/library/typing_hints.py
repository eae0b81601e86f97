# get_type_hints, overloads and the small helpers.
from typing import *


class Node:
    nxt: Optional["Node"]
    kind: ClassVar[int] = 3
    size: Annotated[int, "metres"]


class Leaf(Node):
    value: "list[Leaf]"


def f(a: int, b: "Node", *c: str, d: Optional["Leaf"] = None) -> None: ...


print(get_type_hints(f))
print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True))
print(get_type_hints(Leaf))


def lost(x: "Missing"): ...


try:
    get_type_hints(lost)
except NameError as e:
    print(e)


@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x):
    return x


print(len(get_overloads(g)), [h.__annotations__["x"] for h in get_overloads(g)], g(1))
clear_overloads()
print(get_overloads(g))


@final
class Last:
    @override
    def m(self): ...


print(Last.__final__, Last.m.__override__, cast(int, "a"), assert_type(3, int), TYPE_CHECKING)


@no_type_check
def plain(x: "not a type"): ...


print(get_type_hints(plain))
try:
    assert_never("x")
except AssertionError as e:
    print(e)
try:
    overload(g)(1)
except NotImplementedError as e:
    print(str(e)[:44])
print(get_type_hints(3) if False else AnyStr.__constraints__, Text)
