from __future__ import annotations

import abc
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Dict, Generic, List, NamedTuple, Optional, Protocol, Tuple, TypeVar, Union

T = TypeVar("T")


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self) -> float: ...

    def double(self) -> float:
        return 2 * self.area()


class Square(Shape):
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side ** 2


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Named(Protocol):
    name: str


class Employee(NamedTuple):
    name: str
    salary: int = 100


def first(items: Sequence[T], default: Optional[T] = None) -> Union[T, None]:
    return items[0] if items else default


print(Square(3).area(), Square(2).double(), first([1, 2]), first([], 9), Employee("a"), Employee("b", 5).salary)
try:
    Shape()
except TypeError as error:
    print(error)
s: Stack[int] = Stack()
s.push(1)
print(s.items, isinstance([], Sequence), isinstance({}, Mapping), isinstance(iter([]), Iterator), isinstance((), Iterable), callable(Callable), isinstance(print, Callable))
count: int
total: Dict[str, List[Tuple[int, Any]]] = {}
print(total, typing.cast(int, "x"), typing.TYPE_CHECKING)


def apply(f: Callable[[int], int], n: int) -> int:
    return f(n)


print(apply(lambda x: x + 1, 2), first.__annotations__["items"])
