from __future__ import annotations
import inspect
from dataclasses import KW_ONLY, dataclass, field


@dataclass
class Point:
    x: int
    y: float = 0.5
    tags: list = field(default_factory=list)
    _: KW_ONLY
    label: str = "p"
    hidden: int = field(default=3, init=False)


def move(p: Point, by: "tuple[int, int]" = (0, 0)) -> Point:
    return p


print(inspect.signature(Point), Point.__doc__)
print(inspect.signature(Point, eval_str=True) if 0 else inspect.signature(Point).parameters["label"].kind)
print(inspect.signature(move), inspect.signature(move, eval_str=True))
print(inspect.get_annotations(move), inspect.get_annotations(move, eval_str=True), inspect.get_annotations(Point, eval_str=True)["y"])
print(inspect.signature(Point).bind(1, y=2).arguments, Point.__init__.__annotations__, Point.__dataclass_params__)
print(move.__code__.co_varnames, move.__code__.co_freevars, (lambda: Point).__code__.co_names, move.__code__.co_nlocals)


def outer(n):
    def inner(k):
        return n + k
    return inner


f = outer(5)
print(f.__code__.co_freevars, f.__closure__[0].cell_contents, inspect.getclosurevars(f).nonlocals)
