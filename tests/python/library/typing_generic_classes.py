# Classes with parameters: what they keep, and who their bases are.
from typing import *

T = TypeVar("T")
S = TypeVar("S")
P = ParamSpec("P")


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []


class Pair(Generic[T, S]):
    pass


class Half(Pair[int, S]):
    pass


class Call(Generic[T, P]):
    pass


class Only(Generic[P]):
    pass


class Table(Mapping[str, T]):
    pass


class Numbers(List[int], Generic[T]):
    pass


stack = Stack[int]()
print(stack.__orig_class__, Stack[int], Stack.__parameters__, Stack.__orig_bases__, Stack.__mro__)
print(Pair[int, str], Half[str], Half.__parameters__, Half.__orig_bases__)
print(Call[int, [str, bool]], Call[int, ...], Only[int, str], Only[[int, str]], Only.__parameters__)
print(Table.__mro__)
print(Table[int], Numbers.__mro__, Numbers[str], Numbers.__orig_bases__)
print(Pair[T, T][int], Pair[list[T], S][int, str], Stack[Stack[T]][int].__args__)
try:
    Table()
except TypeError as e:
    print(e)
print(isinstance(stack, Stack), issubclass(Half, Pair), Stack[int] == Stack[int], Stack[int] == Stack[str])
