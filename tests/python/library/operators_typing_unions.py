# Unions written with |: what they hold and answer.
import types
from typing import Optional, Union, get_args, get_origin

u = int | str | None
print(u, type(u), u.__args__, get_origin(u) is types.UnionType, get_args(u), isinstance(u, types.UnionType))
print(isinstance(1, u), isinstance(None, u), isinstance(1.5, u), issubclass(bool, int | str), isinstance([], list | tuple))
print(int | int, (int | str) | float, int | (str | float), list[int] | None, u == (None | str | int), hash(u) == hash(None | str | int))
print(Optional[int] == (int | None), Union[int, str] == (int | str), (int | str) == Union[str, int])
for call in (lambda: int | 3, lambda: "a" | int, lambda: isinstance(1, list[int] | int), lambda: types.UnionType(), lambda: issubclass(3, int | str)):
    try:
        print(call())
    except TypeError as e:
        print(e)


def f(x: int | None = None) -> str | None: ...


print(f.__annotations__, f.__annotations__["x"].__args__)
match 3:
    case int() | str():
        print("matched")
