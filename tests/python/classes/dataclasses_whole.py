from dataclasses import *
import typing
@dataclass
class P:
    x: int
    y: float = 2.0
    z: list = field(default_factory=list, repr=False, compare=False)
    c: typing.ClassVar[int] = 9
    def dist(self): return self.x + self.y
p = P(1); print(p, p == P(1), p != P(2), P(1, 3.0).z, p.dist(), fields(p)[0].name, [f.name for f in fields(P)], asdict(p), astuple(p), replace(p, x=5), is_dataclass(p), is_dataclass(P), p.__match_args__)
def t(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: P()); t(lambda: P(1, 2, 3, 4)); t(lambda: P(1, q=2)); t(lambda: hash(p)); t(lambda: p < p); t(lambda: replace(p, q=1)); t(lambda: fields(3)); t(lambda: asdict(3))
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "b"
f = F(1); t(lambda: setattr(f, "a", 2)); t(lambda: delattr(f, "a")); print(hash(f) == hash(F(1)), F(1) < F(2), sorted([F(2), F(1, "a")]), F(1, "c") >= F(1)); t(lambda: F(1) < 3)
@dataclass(slots=True, kw_only=True)
class S:
    a: int; b: int = 3
t(lambda: S(1)); print(S(a=1)); t(lambda: setattr(S(a=1), "zz", 3))
@dataclass
class Base:
    i: int = 0
    def __post_init__(self): print("post", self.i)
@dataclass
class Derived(Base):
    j: InitVar[int] = 5
    k: int = field(init=False, default=7)
    _: KW_ONLY
    m: str = "m"
    def __post_init__(self, j): super().__post_init__(); self.k = j
print(Derived(1, 2, m="q"), Derived.__init__.__annotations__ if 0 else "", [f.name for f in fields(Derived)])
def make():
    @dataclass
    class Bad:
        a: int = 1
        b: int
def mutable():
    @dataclass
    class Bad2:
        a: list = []
t(make); t(mutable)
M = make_dataclass("M", [("x", int), "y", ("z", int, field(default=3))]); print(M(1, 2), M.__name__)
@dataclass(repr=False, eq=False)
class N: v: int
print(N(1) == N(1), repr(N(1))[:12])
@dataclass
class Tree:
    name: str; kids: list["Tree"] = field(default_factory=list); meta: dict = field(default_factory=dict)
tr = Tree("a", [Tree("b")], {"k": Tree("c")}); print(tr); print(asdict(tr)); print(asdict(tr, dict_factory=lambda kv: sorted(k for k, _ in kv)))
@dataclass(unsafe_hash=True)
class H: a: int; b: int = field(hash=False, default=0)
print(hash(H(1, 2)) == hash(H(1, 3)), field(default=3, metadata={"u": 1}).metadata, fields(H)[0].type)
@dataclass(match_args=False, init=False)
class Q: x: int = 5
print(Q().x, Q(), hasattr(Q, "__match_args__")); t(lambda: field(default=1, default_factory=list))
match p:
    case P(x=1, y=yy): print("matched", yy)
