# What typing refuses, and in what words.
from typing import *

T = TypeVar("T")


class Stack(Generic[T]):
    pass


def refused(call):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for call in [
    lambda: Stack[int, str], lambda: List[int, str], lambda: Dict[int], lambda: Generic[T, T], lambda: Generic[int],
    lambda: isinstance(1, List[int]), lambda: isinstance([], List), lambda: issubclass(dict, Mapping), lambda: Any(),
    lambda: List[int](), lambda: Optional[int, str], lambda: Union[()], lambda: int | "x", lambda: isinstance(1, Union[int, str]),
    lambda: Callable[int], lambda: Literal[1][2], lambda: Any[int], lambda: Optional(),
    lambda: TypeVar("A", int), lambda: TypeVar("A", covariant=True, contravariant=True), lambda: isinstance(1, Stack[int]),
    lambda: issubclass(int, Optional[int]), lambda: Deque[int]([1, 2]), lambda: DefaultDict[str, int](int),
]:
    refused(call)


def bad_class():
    class Bad(Generic[T], Generic[T]):
        pass


def bad_plain():
    class Bad(Generic):
        pass


def bad_new_type():
    class Bad(NewType("UserId", int)):
        pass


for call in (bad_plain, bad_new_type):
    refused(call)
