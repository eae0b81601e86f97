# How annotations of typing show themselves.
from typing import *

T = TypeVar("T")
U = TypeVar("U", bound=int)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
for x in [
    Optional[int], Union[int, None, str], Union[int], Optional[Union[int, str]], List[int], Dict[str, Any], Tuple[()],
    Tuple[int, ...], Callable[[int], str], Callable[..., Any], Callable[[], None], Literal[1, "a", None], ClassVar[int],
    Final[int], Annotated[int, "x", 3], Type[T], Concatenate[int, P], Callable[P, T], Callable[Concatenate[int, P], T],
    Unpack[Ts], Tuple[Unpack[Ts]], Any, T, U, P, Ts, NoReturn, Self, List, Optional, List["Node"], Optional["N"],
    Iterable[T], Generator[int, None, str], P.args, P.kwargs, Required[int], Pattern, Pattern[str],
    Sequence[Optional[int]], DefaultDict[str, list[int]], Counter[str], int | None, Optional[int | str], List[T][int],
    Dict[str, T][int], Union[T, int][str], Callable[[T], U][str, int], TypeVar("K", covariant=True),
    TypeVar("C", contravariant=True), ForwardRef("x"), Literal[Literal[1, 2], 3], Annotated[Annotated[int, 1], 2],
]:
    print(x)
print(Optional[int] == (int | None), Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]))
print(get_origin(Optional[int]), get_args(Optional[int]), get_args(Callable[[int], str]), get_args(Callable[..., int]))
print(get_origin(List[int]), get_origin(Annotated[int, 1]), get_args(Annotated[int, 1]), get_origin(list[int]), get_origin(int))
print(List[T].__parameters__, Dict[T, U].__parameters__, List[int].__parameters__, Optional[T].__parameters__)
