"""Statements at random: functions, loops, exceptions, generators, closures, classes, `match`, context managers, all ending by themselves."""

from values import Values

EXCEPTIONS = ["ValueError", "KeyError", "TypeError", "ZeroDivisionError", "IndexError", "RuntimeError", "LookupError", "ArithmeticError", "Exception", "StopIteration", "Oops", "(ValueError, KeyError)"]
RAISED = ["ValueError('v')", "KeyError('k')", "TypeError()", "IndexError(3)", "RuntimeError('a', 'b')", "Oops('o', code=2)", "ZeroDivisionError()", "StopIteration(4)", "AssertionError('q')", "ExceptionGroup('g', [ValueError(1), KeyError('z')])"]

MODULES = (
    "base64 bisect cmath collections contextlib copy csv dataclasses datetime decimal difflib enum fractions functools hashlib heapq html inspect io itertools "
    "json math operator pickle pprint random re reprlib shlex statistics string struct textwrap types unicodedata urllib.parse zlib"
).split()

# What programs begin with, after their imports.
SHOW = '''\
class Oops(Exception):
    def __init__(self, *args, code=1):
        super().__init__(*args)
        self.code = code


def show(f):
    try:
        v = f()
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
    else:
        print(repr(v))


'''


class Blocks:
    def __init__(self, dice):
        self.dice = dice
        self.values = Values(dice)
        self.lines = []
        self.names = 0
        self.functions = []
        self.loops = 0
        self.inside = 0

    def fresh(self, stem):
        self.names += 1
        return f"{stem}{self.names}"

    def put(self, level, text):
        self.lines += ["    " * level + line for line in text.split("\n")]

    def value(self, depth=1):
        return self.values.expression(depth)

    def condition(self, names):
        d = self.dice
        if names and d.random() < 0.7:
            return d.choice(["{0} % 2", "{0} > {1}", "not {0}", "{0} == {1}", "{0} in (1, 2, {1})", "len(str({0})) > {1}", "isinstance({0}, int) and {0} < {1}"]).format(d.choice(names), d.randrange(6))
        return d.choice(["True", "False", "[]", "0 < 1 < 2", "(w := 3) > 2"])

    def simple(self, level, names):
        d = self.dice
        pick = d.random()
        name = d.choice(names) if names else "0"
        if pick < 0.25:
            self.put(level, f"print({self.words(names)})")
        elif pick < 0.45:
            target = self.fresh("v")
            self.put(level, f"{target} = {self.use(names)}")
            names.append(target)
        elif pick < 0.55 and names:
            self.put(level, f"{name} {d.choice(['+=', '-=', '*=', '|='])} {d.choice(['1', '2', name, '[4]', repr('z')])}")
        elif pick < 0.62:
            a, b = self.fresh("v"), self.fresh("v")
            self.put(level, d.choice([f"{a}, *{b} = {self.value(0)}", f"({a}, {b}) = {d.choice(RAISED)}.args or (1, 2)", f"{a} = {b} = {name}", f"*{a}, {b} = {self.values.of('l', 1)}", f"[{a}, ({b}, _)] = 1, (2, 3)"]))
            names += [a, b]
        elif pick < 0.68:
            self.put(level, f"assert {self.condition(names)}, {name}")
        elif pick < 0.74:
            self.put(level, f"print(f'{{{name}!r:>6}}|{{{self.dice.randrange(100)}:04d}}')")
        elif pick < 0.78 and self.loops:
            self.put(level, f"if {self.condition(names)}:\n    {d.choice(['break', 'continue'])}")
        elif pick < 0.82:
            self.put(level, f"raise {d.choice(RAISED)}{d.choice(['', '', ' from None', ' from KeyError(0)'])}")
        elif pick < 0.86 and len(names) > 2:
            self.put(level, f"del {name}")
        elif pick < 0.95 and self.functions:
            self.put(level, f"print({self.call(names)})")
        else:
            self.put(level, f"show(lambda: {self.value()})")

    def words(self, names):
        some = [self.dice.choice(names) for _ in range(self.dice.randrange(1, 4))] if names else ["'-'"]
        return ", ".join([repr(self.fresh("p"))] + some)

    def use(self, names):
        d = self.dice
        if names and d.random() < 0.5:
            a, b = d.choice(names), d.choice(names)
            return d.choice([f"{a} + 1", f"[{a}, {b}]", f"({a}, {b})", f"{{'a': {a}}}", f"{a} if {b} else {a}", f"{a} and {b}", f"str({a})", f"[q for q in ({a}, {b}) if q]", f"{{**{{}}, 'k': {b}}}", f"{a} == {b}", f"lambda q={a}: (q, {b})", f"(yielded := {a})", f"sorted([{a}, {b}], key=str)"])
        return self.value()

    def call(self, names):
        d = self.dice
        name, wanted = d.choice(self.functions)
        given = [d.choice(names) if names and d.random() < 0.6 else self.values.any(0) for _ in range(max(0, wanted + d.choice([0, 0, 0, 0, -1, 1])))]
        extra = d.choice(["", "", "", "z=1", "*[1]", "**{'z': 2}", "a=5"])
        return f"{name}({', '.join(given + ([extra] if extra else []))})"

    def body(self, level, names, size, depth):
        """Statements; names bound inside do not count afterwards."""
        names = list(names)
        for _ in range(size):
            self.statement(level, names, depth)
        return names

    def statement(self, level, names, depth):
        d = self.dice
        if depth <= 0 or d.random() < 0.5:
            return self.simple(level, names)
        d.choice([self.branch, self.loop, self.loop, self.attempt, self.attempt, self.attempt, self.matching, self.manager, self.closure, self.generator])(level, names, depth - 1)

    def branch(self, level, names, depth):
        self.put(level, f"if {self.condition(names)}:")
        self.body(level + 1, names, 2, depth)
        if self.dice.random() < 0.6:
            if self.dice.random() < 0.4:
                self.put(level, f"elif {self.condition(names)}:")
                self.body(level + 1, names, 1, depth)
            self.put(level, "else:")
            self.body(level + 1, names, 2, depth)

    def loop(self, level, names, depth):
        d = self.dice
        name = self.fresh("i")
        if d.random() < 0.6:
            over = d.choice([f"range({d.randrange(5)})", "'ab'", "[1, 2, 3]", "enumerate('xy')", "zip([1, 2], 'ab')", "{'a': 1, 'b': 2}.items()", "reversed([0, 1])", f"({d.choice(names or ['0'])}, 1)"])
            self.put(level, f"for {name} in {over}:")
        else:
            self.put(level, f"{name} = {d.randrange(4)}\nwhile {name} > 0:\n    {name} -= 1")
        self.loops += 1
        self.body(level + 1, names + [name], 2, depth)
        self.loops -= 1
        if d.random() < 0.3:
            self.put(level, "else:")
            self.body(level + 1, names, 1, depth)

    def attempt(self, level, names, depth):
        d = self.dice
        self.put(level, "try:")
        self.body(level + 1, names, 2, depth)
        star = d.random() < 0.12
        handlers = d.choice([0, 1, 1, 1, 2])
        loops, self.loops = self.loops, 0 if star else self.loops
        for _ in range(handlers):
            self.put(level, f"except{'*' if star else ''} {d.choice(EXCEPTIONS)} as e:")
            self.put(level + 1, "print(type(e).__name__, e, e.__cause__, repr(e.__context__), e.__suppress_context__)")
            self.body(level + 1, names, 1, depth)
            if d.random() < 0.2:
                self.put(level + 1, d.choice(["raise", "raise Oops('again') from e", "raise KeyError('next')"]))
        self.loops = loops
        if handlers and d.random() < 0.3:
            self.put(level, "else:")
            self.body(level + 1, names, 1, depth)
        if not handlers or d.random() < 0.4:
            self.put(level, "finally:")
            loops, self.loops = self.loops, 0
            self.body(level + 1, names, 1, depth)
            self.loops = loops

    def matching(self, level, names, depth):
        d = self.dice
        subject = d.choice([self.values.any(1), d.choice(names) if names else "1", "[1, [2, 3], {'k': 4}]", "{'kind': 'a', 'n': 3, 'rest': 0}", "Point(1, 2)", "('go', 'north')", "Colour.RED"])
        self.put(level, f"match {subject}:")
        cases = ["0 | 1 | -1", "int(n) if n > 2", "str() as s", "[]", "[x]", "[x, *rest]", "(x, y)", "{'kind': k, **more}", "{}", "Point(x=0)", "Point(x, y)", "Point(1)", "None", "True", "Colour.RED", "[1, [*_], {'k': k}]", "('go', ('north' | 'south') as way)", "float() | complex()", "bytes(b)", "[int(), *_]", "dict(dd)", "1.5 | 'abc'", "tuple((a, b))", "-1j + 2"[:3], "Oops(code=c)"]
        for case in d.sample(cases, d.randrange(2, 6)):
            self.put(level + 1, f"case {case}:")
            bound = [n for n in ("n", "s", "x", "y", "rest", "k", "more", "way", "b", "dd", "a", "c") if f"({n}" in case or f" {n}" in case or f"[{n}" in case or f"*{n}" in case]
            self.put(level + 2, f"print('{case[:6].replace(chr(39), '')}'" + "".join(f", {n}" for n in bound[:2]) + ")")
            self.body(level + 2, names, 1, depth - 1)
        if d.random() < 0.7:
            self.put(level + 1, "case other:")
            self.put(level + 2, "print('other', other)")

    def manager(self, level, names, depth):
        d = self.dice
        item = d.choice(["Held('a')", "Held('b', True)", "contextlib.suppress(ValueError, Oops)", "contextlib.nullcontext(5)", "generated(1)", "Held('c'), Held('d')", "contextlib.ExitStack()", "contextlib.redirect_stdout(io.StringIO())"])
        self.put(level, f"with {item} as held:")
        self.body(level + 1, names + ["held"] if "Stack" not in item and "redirect" not in item else names, 2, depth)

    def closure(self, level, names, depth):
        outer, inner = self.fresh("f"), self.fresh("f")
        loops, self.loops = self.loops, 0
        self.put(level, f"def {outer}(a, b=2, *rest, **named):")
        self.put(level + 1, f"count = 0\ndef {inner}(z=1):\n    nonlocal count\n    count += z\n    return count, a, rest")
        kept = list(self.functions)
        self.body(level + 1, ["a", "b"], 2, depth - 1)
        self.put(level + 1, f"print({inner}(), {inner}(3), sorted(named))\nreturn {self.dice.choice(['a', 'b', 'count', f'{inner}()'])}")
        self.functions = kept
        self.loops = loops
        if level == 0:
            self.functions.append((outer, 1))
        self.put(level, f"print({outer}({self.values.any(0)}, z=1))" if self.dice.random() < 0.5 else f"show(lambda: {outer}(*[1, 2, 3]))")

    def generator(self, level, names, depth):
        d = self.dice
        name, g = self.fresh("g"), self.fresh("v")
        loops, self.loops = self.loops, 0
        kept = list(self.functions)
        self.put(level, f"def {name}(n):\n    print('begin', n)\n    try:\n        got = yield n\n        print('got', got)")
        if d.random() < 0.4:
            self.put(level + 2, d.choice(["end = yield from inner(n)\nprint('end', end)", "yield from [1, 2]", "yield from 'ab'", "got = yield from inner(got)"]))
        self.body(level + 2, ["n", "got"], 1, depth - 1)
        self.put(level + 2, "yield got, n")
        self.put(level, f"    except {d.choice(EXCEPTIONS)} as e:\n        print('caught', repr(e))\n        {d.choice(['yield 9', 'raise', 'return 3', 'pass'])}\n    finally:\n        print('end')\n    return n")
        self.functions = kept
        self.loops = loops
        self.put(level, f"{g} = {name}({d.choice(names) if names else 1})")
        for _ in range(d.randrange(1, 5)):
            step = d.choice([f"next({g})", f"next({g}, 'none')", f"{g}.send(None)", f"{g}.send(5)", f"{g}.throw(ValueError('t'))", f"{g}.throw(KeyError)", f"{g}.close()", f"list({g})", f"{g}.gi_frame is None", f"{g}.gi_suspended", f"dict({g})", f"tuple(itertools.islice({g}, 1))"])
            self.put(level, f"show(lambda: {step})")

    def function(self, level=0):
        d = self.dice
        name = self.fresh("f")
        wanted = d.randrange(1, 4)
        mine = list("abc"[:wanted])
        header = ", ".join(mine[:-1] + [d.choice([mine[-1], f"{mine[-1]}=7", f"*, {mine[-1]}=1", f"{mine[-1]}, /", f"{mine[-1]}, **k"])])
        deco = d.choice(["", "", "", "@functools.cache\n", "@traced\n", "@functools.lru_cache(maxsize=2)\n"])
        self.put(level, f"{deco}def {name}({header}):")
        self.body(level + 1, mine, d.randrange(1, 5), 2)
        self.put(level + 1, f"return {self.use(mine)}")
        self.put(0, "")
        self.functions.append((name, wanted))

    def kind(self):
        d = self.dice
        name = self.fresh("C")
        base = d.choice(["", "(Base)", "(Base, Mixin)", "(list)", "(dict)", "(Exception)", "(int)", "(Mixin)"])
        self.put(0, f"class {name}{base}:")
        members = [
            "shared = []",
            "def __repr__(self):\n    return f'<{type(self).__name__} {getattr(self, \"x\", None)}>'",
            "def __eq__(self, other):\n    print('eq')\n    return self is other",
            "def __lt__(self, other):\n    return NotImplemented",
            "def __add__(self, other):\n    return ('add', other)",
            "def __radd__(self, other):\n    return ('radd', other)",
            "def __getattr__(self, name):\n    if name.startswith('_'):\n        raise AttributeError(name)\n    return name * 2",
            "def __setattr__(self, name, value):\n    print('set', name)\n    super().__setattr__(name, value)",
            "def __call__(self, *a, **k):\n    return a, k",
            "def __len__(self):\n    return 3",
            "def __bool__(self):\n    print('bool')\n    return False",
            "def __contains__(self, item):\n    return item == 1",
            "def __getitem__(self, key):\n    if key == 2:\n        raise IndexError(key)\n    return key",
            "def __iter__(self):\n    yield from (7, 8)",
            "def __hash__(self):\n    return 5",
            "@property\ndef size(self):\n    return 4\n@size.setter\ndef size(self, value):\n    print('size', value)",
            "@classmethod\ndef make(cls, x=0):\n    return cls.__name__, x",
            "@staticmethod\ndef plain(a):\n    return a",
            "def greet(self):\n    return 'own', super().greet()",
            "def __format__(self, spec):\n    return f'[{spec}]'",
            "def __index__(self):\n    return 2",
            "def __init_subclass__(cls, **k):\n    print('sub', cls.__name__, k)",
            "__slots__ = ('only',)",
            "def __del__(self):\n    print('del')",
            "def __neg__(self):\n    return 'neg'",
            "def __iadd__(self, other):\n    print('iadd')\n    return self",
            "def __enter__(self):\n    return 'in'\ndef __exit__(self, *a):\n    print('out', a[0])\n    return True",
            "def __eq__(self, other):\n    return True",
            "x: int = 3",
            "def __missing__(self, key):\n    return key * 2",
            "def __str__(self):\n    return 'text'",
            "def __delitem__(self, key):\n    print('delitem', key)",
            "def __round__(self, n=None):\n    return n",
            "def __set_name__(self, owner, name):\n    print('named', name)",
            "def __class_getitem__(cls, item):\n    return item",
            "def __getattribute__(self, name):\n    if name == 'odd':\n        return 'odd'\n    return super().__getattribute__(name)",
        ]
        for member in d.sample(members, d.randrange(1, 7)):
            self.put(1, member)
        self.put(0, "")
        o = self.fresh("o")
        self.put(0, f"{o} = {name}({d.choice(['', '', '', '1', '[1, 2]'])})" if d.random() < 0.3 else f"{o} = {name}()")
        uses = ["{o} == {o}", "{o} + 1", "1 + {o}", "{o} < 1", "{o}.size", "{o}.missing", "{o}._private", "{o}(1, k=2)", "len({o})", "bool({o})", "1 in {o}", "{o}[1]", "list({o})", "hash({o}) == 5", "{C}.make(3)", "{C}.plain(1)", "{o}.plain(2)", "{o}.greet()", "f'{{{o}:>5}}'", "[1, 2, 3, 4][{o}]", "{C}.__mro__", "{C}.__name__, {C}.__qualname__", "isinstance({o}, Base)", "setattr({o}, 'size', 3)", "setattr({o}, 'x', 1)", "delattr({o}, 'x')", "vars({o})", "-{o}", "{o} += 1"[:4], "{C}.shared", "{o}['k']", "{C}[int]", "{C}.__annotations__", "round({o}, 2)", "{o} * 2", "copy.copy({o}) is {o}", "sorted([{o}, {o}])", "{o}.x", "{C}.x", "type('D', ({C},), {{'y': 1}}).y", "{o}.__dict__", "{o}.__class__", "{o} != 1", "{o} in [1, {o}]", "max({o}, {o})", "str({o})", "'%s' % {o}", "{o}.odd", "sum([{o}], 0)", "dict(a={o})['a'] is {o}", "iter({o}) is not None", "reversed({o})", "{o}.make()", "int({o})", "range({o})", "{C}.size", "callable({o})", "{o} or 1", "not {o}", "{o}.__doc__", "{o}.__len__()", "hasattr({o}, 'foo')", "bytes({o})", "'a' in {o}"]
        for use in d.sample(uses, d.randrange(3, 9)):
            self.put(0, f"show(lambda: {use.format(o=o, C=name)})")
        if d.random() < 0.2:
            self.put(0, d.choice([f"with {o} as w:\n    print(w)\n    raise ValueError('in with')", f"{o} += 5\nprint(type({o}).__name__)", f"del {o}[0]", f"for item in {o}:\n    print(item)", f"a, b = {o}"]))


SHAPES = '''\
@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: list = dataclasses.field(default_factory=list, compare=False)


class Colour(enum.Enum):
    RED = 1
    BLUE = 'b'


class Base:
    def greet(self):
        return 'base'


class Mixin:
    def greet(self):
        return 'mixin'


class Held:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind and kind.__name__, value)
        return self.swallow


@contextlib.contextmanager
def generated(n):
    print('setup', n)
    try:
        yield n
    finally:
        print('teardown', n)


def inner(n):
    got = yield ('inner', n)
    return got


def traced(f):
    @functools.wraps(f)
    def wrapper(*args, **named):
        print('call', f.__name__, len(args), sorted(named))
        return f(*args, **named)
    return wrapper


'''


def whole(text):
    """A program that imports what it uses."""
    return "".join(f"import {m}\n" for m in MODULES if f"{m}." in text) + "\n\n" + text


def values(dice):
    """Fifteen expressions, each shown with its value or its error."""
    v = Values(dice)
    lines = [f"show(lambda: {v.expression(dice.choice([1, 1, 2, 2, 3]))})" for _ in range(15)]
    return whole(SHOW + "\n".join(lines) + "\n")


def statements(dice):
    while True:
        b = Blocks(dice)
        for _ in range(dice.randrange(1, 4)):
            dice.choice([b.function, b.function, b.kind])()
        names = []
        for i in range(dice.randrange(2, 7)):
            if dice.random() < 0.1:
                b.statement(0, names, 3)
                continue
            b.put(0, "try:")
            b.statement(1, names, 3)
            b.put(0, "except Exception as e:\n    print(type(e).__name__, e, repr(e.__context__))")
        text = whole(SHOW + SHAPES + "\n".join(b.lines) + "\n")
        try:
            compile(text, "prog.py", "exec")
        except SyntaxError:
            continue
        return text
