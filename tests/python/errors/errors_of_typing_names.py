# A traceback that ends in typing: the program's own lines.
from typing import Generic, TypeVar

T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> T:
        return self.value


def total(boxes: "list[Box[int]]") -> int:
    return sum(box.get() for box in boxes)


print(total([Box(1), Box[int](2)]))
print(total([Box(1), Box("x")]))
