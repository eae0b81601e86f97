# A `type` statement computes its value and its parameters when they are asked for.
import asyncio

type Number = int | float
type Pair[T] = tuple[T, T]
type Tree = list[Tree] | int
type Later = Missing

print(Number, Number.__name__, Number.__value__, Number.__type_params__)
print(Pair, Pair.__value__, Pair.__type_params__)
print(Tree.__value__)
try:
    Later.__value__
except NameError as e:
    print("NameError:", e)
Missing = str
print(Later.__value__)


def local(kind):
    type Own = dict[str, kind]
    return Own


print(local(int).__value__, local(bytes).__value__)


async def add(a: Number, b: Number) -> Number:
    return a + b


print(asyncio.run(add(1, 2.5)), add.__annotations__["a"])
print(Pair.__value__ is Pair.__value__, Number.__value__ is Number.__value__)
