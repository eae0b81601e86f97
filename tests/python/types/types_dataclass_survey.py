from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar
from typing import ClassVar, Optional
@dataclass(order=True)
class Card:
    rank: int
    suit: str = field(compare=False)
    tags: list[str] = field(default_factory=list, repr=False)
    count: ClassVar[int] = 0
    _: KW_ONLY
    face_up: bool = False
    seed: InitVar[Optional[int]] = None
    def __post_init__(self, seed):
        if seed: self.tags.append(f"seed={seed}")
print(Card(3, "h"), Card(3,"h", face_up=True, seed=3).tags, Card(1,"a") < Card(2,"b"))
print([ (f.name, f.type, f.kw_only) for f in fields(Card)])
@dataclass(frozen=True, slots=True)
class P:
    x: float
    y: float = 0.0
    def norm(self): return (self.x**2+self.y**2)**.5
p = P(3,4)
print(p, p.norm(), hash(p)==hash(P(3,4)), asdict(p), astuple(p), replace(p, x=0))
try: p.x = 3
except FrozenInstanceError as e: print(type(e), e)
try: P()
except TypeError as e: print(e)
try: Card(1)
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        a: int = 1
        b: str
except TypeError as e: print(e)
try:
    @dataclass
    class Bad2:
        a: list = []
except ValueError as e: print(e)
print(P.__slots__, P.__match_args__, hasattr(p, '__dict__'))
match p:
    case P(x, y): print("matched", x, y)
@dataclass
class Node:
    v: int
    next: "Node | None" = None
n = Node(1); n.next = n
print(n)
print(Node.__doc__, P.__doc__)
print(Card.__eq__(Card(1,'x'), 5), Card(1,'x') == 5)
print(P.__init__.__annotations__, Node.__dataclass_params__)
