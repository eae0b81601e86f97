# list[int], int | None and the classes of collections.abc with parameters: texts, parts, substitution, errors.
import collections
import collections.abc as abc
import types
import typing

T = typing.TypeVar("T")
K = typing.TypeVar("K")
print(type(list[int]), types.GenericAlias, type(int | str), types.UnionType)
print(list[int], dict[str, list[int]], tuple[int, ...], tuple[()], type[int], abc.Iterable[T], abc.Generator[int, None, str])
print(abc.Callable[[int], str], abc.Callable[..., int], abc.Callable[[], None], abc.Callable[[int, str], list[int]].__args__)
print(dict[str, T][int], list[T].__parameters__, dict[T, K].__parameters__, dict[T, list[K]][int, str])
print(list[int].__origin__, list[int].__args__, list[int] == list[int], hash(list[int]) == hash(list[int]), list[int]([1]))
print(int | None, (int | str).__args__, isinstance(1, int | str), issubclass(bool, int | str), int | str == str | int)
print(collections.deque[int], abc.Mapping[str, int], abc.Awaitable[int], list[int] | None, list[typing.Any])


class B(list[int]):
    pass


class G(abc.Container[T]):
    def __contains__(self, i):
        return True


print(B.__bases__, B.__orig_bases__, B([1, 2]), G.__mro__[1], G[int].__args__, 5 in G())
for job in (
    lambda: types.UnionType(),
    lambda: isinstance([], list[int]),
    lambda: issubclass(list, list[int]),
    lambda: int[str],
    lambda: list[int][str],
    lambda: dict[T, K][int],
    lambda: 1 | int,
    lambda: list[int].foo,
    lambda: dict[str, int].fromkeys("ab", 1),
    lambda: abc.Callable[int],
    lambda: isinstance(1, "x" if False else list[int] | int),
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
