# The value of a `type` statement and the parameters of generic aliases and functions are looked at.
type Pair[T] = tuple[T, T]
type Number = int | float

print(Number.__value__, Number)
print(Pair.__type_params__, Pair.__value__)


def first[T](items: list[T]) -> T:
    return items[0]


print(first.__type_params__, first([3]))
