"""Expressions at random: templates by the type of their value, with holes for others.

A hole is a letter in braces: i integer, n small count, k small index, f float, c complex, s text, y bytes, b bool, l list, t tuple, d dict, e set,
z frozenset, v anything hashable, x anything, p a format specification. Now and then a hole is filled with what does not belong there, since
the words of errors are compared as well.
"""

LITERALS = {
    "i": "0 1 2 3 5 7 10 42 -1 -3 -17 255 1000 123456789 -987654321 2**31 2**63 -2**63 2**64+1 10**20 -10**25 0xff 0b1011 1_000".split(),
    "n": "0 1 2 3 4 5 8".split(),
    "k": "0 1 2 3 -1 -2 -3 5 -7 100 None".split(),
    "f": "0.0 -0.0 1.0 0.5 2.5 -1.25 3.14159 1e10 1e16 1e-7 1e22 123456.789 1e300 -1e-300 0.1 1/3 2/3 100.0 1e100 float('inf') float('-inf') float('nan')".split(),
    "c": "1j 2+3j -1.5j 0j complex(1,-2) 1e3+0.5j".split(),
    "s": ["''", "'a'", "'abc'", "'Hello, World'", "'  padded  '", "'a,b,,c'", "'12'", "'-7'", "'0x1f'", "'3.5'", "'ß'", "'éA'", "'日本'", "'\\n'", "'tab\\there'", "'aXbXc'", "'{}'", "'{0}-{1}'", "'%s=%d'", "'%5.2f|'", "\"it's\"", "'q\"q'", "'😀x'", "'\\x00\\x7f'", "'line1\\nline2\\r\\nline3'", "'aaa'", "'ABCabc123'", "'x'*5", "'İı'", "'ǅ'"],
    "y": ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'a,b'", "b'Hello'", "bytes(3)", "bytearray(b'xyz')", "b'  12 '", "bytes(range(65, 70))"],
    "b": ["True", "False"],
    "l": ["[]", "[1]", "[1, 2, 3]", "['b', 'a', 'c']", "[3, 1, 2, 1]", "[[1], [2, 3]]", "[None, 0, '']", "[1, 'a', 2.5]", "list('hello')", "list(range(10))", "[True, 1, 1.0]", "[(1, 'x'), (2, 'y')]", "[0.5, -1, 2]"],
    "t": ["()", "(1,)", "(1, 2)", "('a', 'b')", "(1, 'x', None)", "((1, 2), 3)", "tuple('abc')", "(0, -1, 5)"],
    "d": ["{}", "{'a': 1}", "{'a': 1, 'b': 2}", "{1: 'x', 2: 'y'}", "{(1, 2): [3]}", "{'k': {'n': 1}}", "dict(x=1, y=2)", "{None: 0, True: 1}", "{'b': 2, 'a': 1, 'c': 3}"],
    "e": ["set()", "{1, 2, 3}", "{'a'}", "{5, 1, 9}", "{'x', 'y', 'z'}", "{(1, 2)}", "{0, 1.5, None}", "set(range(20))", "set('mississippi')"],
    "z": ["frozenset()", "frozenset({1, 2})", "frozenset('ab')", "frozenset(range(5))"],
    "o": ["None", "...", "NotImplemented", "int", "len", "range(5)", "range(10, 0, -3)", "slice(1, None, 2)", "slice(None)", "object", "ValueError('v')", "memoryview(b'abc')", "type", "str.upper", "[].append", "zip", "iter([1, 2])", "(q for q in 'ab')"],
}

TEMPLATES = {
    "i": """{i}+{i}¦{i}-{i}¦{i}*{i}¦{i}//{i}¦{i}%{i}¦-{i}¦~{i}¦+{i}¦{i}&{i}¦{i}|{i}¦{i}^{i}¦{i}<<{n}¦{i}>>{n}¦{i}**{n}¦abs({i})¦len({s})¦len({l})¦len({d})¦len({e})¦len({y})¦int({s})¦int({f})¦int({s}, {n})¦round({f})¦round({i}, {k})¦sum({l})¦ord({s})¦{s}.find({s})¦{s}.count({s})¦{s}.index({s})¦{s}.rfind({s}, {k}, {k})¦{l}.index({x})¦{l}.count({x})¦{t}.index({x})¦hash({v})¦pow({i}, {n}, {i})¦{i}.bit_length()¦{i}.bit_count()¦divmod({i}, {i})[0]¦max({i}, {i})¦min({i}, {i}, {i})¦{l}[{k}]¦{t}[{k}]¦{y}[{k}]¦{d}[{v}]¦math.gcd({i}, {i})¦math.lcm({i}, {i})¦math.comb({n}, {n})¦math.perm({n})¦math.factorial({n})¦math.isqrt({i})¦math.floor({f})¦math.ceil({f})¦math.trunc({f})¦int.from_bytes({y}, 'big')¦int.from_bytes({y}, 'little', signed=True)¦{b}+{b}¦{i} if {b} else {i}¦({i}).__index__()¦{y}.find({y})¦operator.index({i})¦functools.reduce(operator.add, {l})¦functools.reduce(lambda a, b: a * b, {l}, {i})¦bisect.bisect({l}, {i})¦sum({l}, {i})¦sum(q for q in {l})¦sum(1 for _ in {x})¦{i}.real¦{i}.numerator¦{f}.__floor__()¦math.prod({l})""",
    "f": """{f}+{f}¦{f}-{i}¦{f}*{f}¦{i}/{i}¦{f}/{f}¦{f}//{f}¦{f}%{f}¦{i}%{f}¦{f}**{n}¦-{f}¦abs({f})¦float({s})¦float({i})¦round({f}, {k})¦math.sqrt({f})¦math.sin({f})¦math.exp({f})¦math.log({f})¦math.log2({i})¦math.log10({f})¦math.atan2({f}, {f})¦math.hypot({f}, {f})¦math.pow({f}, {f})¦math.fmod({f}, {f})¦math.copysign({f}, {f})¦math.fsum({l})¦math.dist({t}, {t})¦math.ldexp({f}, {n})¦float.fromhex({f}.hex())¦statistics.mean({l})¦statistics.median({l})¦statistics.stdev({l})¦max({f}, {i})¦min({l})¦sum([{f}, {f}, {f}])¦divmod({f}, {f})¦{f}.as_integer_ratio()¦{f}.is_integer()¦{f}.hex()¦math.modf({f})¦math.frexp({f})¦math.degrees({f})¦math.nextafter({f}, {f})¦math.ulp({f})¦math.remainder({f}, {f})¦math.isclose({f}, {f})¦statistics.pstdev({l})¦statistics.quantiles({l})""",
    "c": """{c}+{c}¦{c}*{c}¦{c}-{f}¦{c}/{c}¦{c}**{n}¦abs({c})¦{c}.real¦{c}.imag¦{c}.conjugate()¦complex({f}, {f})¦complex({s})¦-{c}¦{c}=={c}¦{c}<{c}¦cmath.sqrt({c})¦cmath.phase({c})¦cmath.polar({c})¦format({c}, {p})""",
    "s": """{s}+{s}¦{s}*{n}¦{s}[{k}]¦{s}[{k}:{k}]¦{s}[{k}:{k}:{k}]¦str({x})¦repr({x})¦ascii({x})¦{s}.upper()¦{s}.lower()¦{s}.title()¦{s}.capitalize()¦{s}.swapcase()¦{s}.casefold()¦{s}.strip()¦{s}.strip({s})¦{s}.lstrip({s})¦{s}.rstrip()¦{s}.center({n}, {s})¦{s}.ljust({n})¦{s}.rjust({n}, '*')¦{s}.zfill({n})¦{s}.replace({s}, {s})¦{s}.replace({s}, {s}, {k})¦{s}.join({l})¦{s}.join({s})¦{s}.format({x}, {x})¦{s}.format(*{l})¦'{{:>8}}'.format({x})¦'{{0!r:^12}}'.format({x})¦{s} % {x}¦{s} % {t}¦{s} % ({s}, {i})¦'%d %s' % ({x}, {x})¦'%r' % ({x},)¦'%x %o %e' % ({i}, {i}, {f})¦'%08.3f' % {f}¦'%-10s|' % {s}¦'%+d' % {i}¦'%c' % {i}¦'%(a)s' % {d}¦'%g' % {f}¦'%.3g' % {f}¦format({i}, {p})¦format({f}, {p})¦format({s}, {p})¦f'{{{x}}}'¦f'{{{x}!r}}'¦f'{{{i}:{{{n}}}}}'¦f'{{{f}:.2f}}'¦f'{{{s}:>10}}'¦f'{{{i}=}}'¦f'{{{f}:,.3f}} {{{i}:_}}'¦chr({i})¦hex({i})¦bin({i})¦oct({i})¦{y}.decode()¦{y}.decode('latin-1')¦{y}.decode('ascii', 'replace')¦{y}.hex()¦{y}.hex('-')¦{s}.expandtabs({n})¦{s}.removeprefix({s})¦{s}.removesuffix({s})¦{s}.translate(str.maketrans({s}, {s}))¦{s}.translate({d})¦max({s})¦min({s}, {s})¦json.dumps({x})¦json.dumps({x}, indent={n}, sort_keys={b})¦json.dumps({d}, separators=(',', ':'))¦textwrap.fill({s}, {n})¦textwrap.shorten({s}, {n})¦textwrap.dedent({s})¦textwrap.indent({s}, {s})¦re.sub({r}, {s}, {s})¦re.sub('(.)', r'<\\1>', {s})¦re.sub({r}, lambda m: m.group().upper(), {s}, count={n})¦re.escape({s})¦string.capwords({s})¦type({x}).__name__¦html.escape({s})¦urllib.parse.quote({s})¦pprint.pformat({x})¦base64.b64encode({y}).decode()¦str({y}, 'utf-8')¦hashlib.sha256({y}).hexdigest()¦{s}.__add__({s})¦shlex.quote({s})¦str(decimal.Decimal({s}))¦str(fractions.Fraction({i}, {i}))¦reprlib.repr({x})¦string.Template('$a ${{b}}').substitute({d})""",
    "y": """{y}+{y}¦{y}*{n}¦{s}.encode()¦{s}.encode('ascii')¦{s}.encode('latin-1', 'replace')¦{s}.encode('ascii', 'xmlcharrefreplace')¦{s}.encode('ascii', 'backslashreplace')¦{s}.encode('utf-16-le')¦bytes({l})¦bytes({n})¦bytes({x})¦bytearray({x})¦{i}.to_bytes({n}, 'big')¦{i}.to_bytes(16, 'little', signed=True)¦{y}[{k}:{k}]¦{y}.upper()¦{y}.strip()¦{y}.split()¦{y}.split(b',')¦{y}.replace({y}, {y})¦{y}.join([{y}, {y}])¦bytes.fromhex({s})¦{y}.title()¦{y}.center({n}, b'-')¦{y}.startswith({y})¦b'%d-%s' % ({i}, {y})¦{y}.partition({y})¦struct.pack('>ihb', {i}, {n}, {k})¦struct.unpack('<3B', {y})¦base64.b64decode({s})¦zlib.crc32({y})¦{y}.isdigit()¦{y}.rfind({y})¦{y}=={x}¦{i} in {y}¦sorted({y})¦{y}.translate(None, {y})¦{y}.lstrip({y})¦{y}.zfill({n})¦memoryview({y})[{k}]¦memoryview({y}).tolist()¦pickle.loads(pickle.dumps({x}))""",
    "b": """{x}=={x}¦{x}!={x}¦{i}<{i}¦{f}>={i}¦{s}<{s}¦{l}<={l}¦{t}>{t}¦{e}<={e}¦{e}<{z}¦{x}<{x}¦{x} in {l}¦{s} in {s}¦{v} in {d}¦{v} not in {e}¦{x} in {t}¦{i} in range({i})¦not {x}¦bool({x})¦{b} and {x}¦{x} or {x}¦{x} is None¦isinstance({x}, (int, str))¦issubclass(bool, int)¦{s}.startswith({s})¦{s}.endswith(({s}, {s}))¦{s}.isdigit()¦{s}.isalpha()¦{s}.isalnum()¦{s}.isspace()¦{s}.isupper()¦{s}.istitle()¦{s}.isidentifier()¦{s}.isnumeric()¦{s}.isdecimal()¦{s}.isprintable()¦{s}.isascii()¦all({l})¦any({l})¦all(q for q in {t})¦any(q == {x} for q in {l})¦{e}.isdisjoint({l})¦{e}.issubset({l})¦{i}<{i}<={i}¦{x}=={x}=={x}¦callable({x})¦hasattr({x}, {s})¦math.isnan({f})¦{f}=={i}¦{d}=={d}¦{l}=={l}¦bool(re.match({r}, {s}))¦bool(re.fullmatch({r}, {s}))¦operator.lt({x}, {x})¦{x} is {x}""",
    "l": """{l}+{l}¦{l}*{n}¦{l}[{k}:{k}]¦{l}[::{k}]¦{l}[{k}:{k}:{k}]¦sorted({l})¦sorted({x})¦sorted({s}, reverse={b})¦sorted({l}, key=str)¦sorted({l}, key=lambda q: (isinstance(q, str), q))¦list(reversed({l}))¦list({x})¦list({d}.items())¦list({d}.values())¦{s}.split()¦{s}.split({s})¦{s}.split({s}, {k})¦{s}.rsplit(None, {k})¦{s}.splitlines()¦{s}.splitlines({b})¦list({s}.partition({s}))¦[q for q in {x}]¦[q * 2 for q in {l}]¦[q for q in {l} if q]¦[(a, b) for a in {l} for b in {s}]¦[len(q) for q in {l}]¦[q[0] for q in {l}]¦[y := q, y] if (q := {x}) else [q]¦list(map(str, {l}))¦list(map(int, {l}))¦list(filter(None, {l}))¦list(zip({l}, {s}))¦list(zip({l}, {t}, strict=True))¦list(enumerate({s}, {n}))¦list(range({k}, {k}, {k}))¦[*{l}, *{t}]¦[*{x}]¦list(itertools.chain({l}, {s}))¦list(itertools.accumulate({l}))¦list(itertools.combinations({l}, {n}))[:20]¦list(itertools.permutations({l}, 2))[:12]¦list(itertools.product({s}, {t}))[:20]¦list(itertools.islice({l}, {n}, {k}))¦[(k, list(g)) for k, g in itertools.groupby({s})]¦list(itertools.zip_longest({l}, {s}, fillvalue={x}))¦list(itertools.pairwise({l}))¦list(itertools.batched({s}, {n}))¦list(itertools.takewhile(lambda q: q, {l}))¦list(itertools.compress({l}, {l}))¦list(itertools.starmap(pow, {l}))¦re.findall({r}, {s})¦re.split({r}, {s})¦[m.span() for m in re.finditer({r}, {s})]¦heapq.nsmallest({n}, {l})¦heapq.nlargest(2, {l}, key=str)¦list(heapq.merge({l}, {l}))¦collections.Counter({x}).most_common({n})¦list(collections.deque({l}, {n}))¦collections.deque({l}, maxlen=3)¦copy.deepcopy({l})¦json.loads({s})¦json.loads(json.dumps({l}))¦list(dict.fromkeys({l}))¦list(difflib.ndiff({l}, {l}))¦difflib.get_close_matches({s}, {l})¦shlex.split({s})¦list(csv.reader([{s}]))¦list({y})¦random.Random({i}).sample({l}, {n})¦random.Random({i}).choices({l}, k={n})¦[random.Random({i}).randint(1, 100)]¦dir({o})[:0]¦list(itertools.dropwhile(callable, {l}))¦bisect.insort([1, 5, 9], {i})""",
    "t": """{t}+{t}¦{t}*{n}¦{t}[{k}:{k}]¦tuple({x})¦tuple(sorted({t}))¦divmod({i}, {i})¦{s}.partition({s})¦{s}.rpartition({s})¦(*{l}, {x})¦max({l}, {t})¦tuple({d})¦{f}.as_integer_ratio()¦collections.namedtuple('P', 'x y')({x}, {x})¦collections.namedtuple('P', ['x', 'y'])(*{t})¦min({t}, default={x})¦max({l}, key=str)¦max({l}, key=len, default=None)¦slice({k}, {k}, {k}).indices({n})¦({x},) < ({x},)¦str({x}).partition({s})¦tuple(q for q in {x})¦fractions.Fraction({f}).limit_denominator(100)¦decimal.Decimal({i}) / decimal.Decimal({i})¦datetime.timedelta(days={k}, seconds={i})¦datetime.date(2024, {n}, {i})¦datetime.datetime(2024, 2, 29) + datetime.timedelta(hours={k})¦datetime.timedelta(minutes={i}) // {k}¦enum.Enum('C', {l})¦types.SimpleNamespace(**{d})""",
    "d": """{{**{d}, **{d}}}¦{d}¦{d}¦dict({x})¦dict({l})¦dict(zip({s}, {l}))¦dict(zip({l}, {x}))¦{{q: i for i, q in enumerate({x})}}¦{{k: v for k, v in {d}.items() if v}}¦{{str(k): v for k, v in {d}.items()}}¦{{v: k for k, v in {d}.items()}}¦dict.fromkeys({l})¦dict.fromkeys({s}, {x})¦{{{v}: {x}}}¦{{{v}: {x}, {v}: {x}}}¦{d}.copy()¦{d}.get({v})¦{d}.get({v}, {x})¦{d}.keys() & {e}¦{d}.keys() - {l}¦{d}.items() == {d}.items()¦collections.Counter({s})¦collections.Counter({s}) + collections.Counter({l})¦collections.Counter({s}) - collections.Counter({s})¦collections.OrderedDict({d})¦collections.defaultdict(list, {d})¦collections.ChainMap({d}, {d})¦json.loads(json.dumps({d}))¦{d}.pop({v})¦{d}.popitem()¦{d}.setdefault({v}, {x})¦dict(**{d})¦dict({d}, z={x})¦{{1: {x}}}.keys()¦{d}.values()¦{d}.items()¦reversed({d})¦inspect.signature(lambda a, b={i}, *c, d: 0)""",
    "e": """{e}|{e}¦{e}&{z}¦{e}-{e}¦{e}^{e}¦set({x})¦{e}.union({l})¦{e}.difference({s})¦{e}.intersection({l}, {e})¦{e}.symmetric_difference({l})¦{{q for q in {x}}}¦{{q % 3 for q in {l}}}¦{{{v}, {v}, {v}}}¦{{*{x}}}¦set({s})¦set({l})-set({l})¦{e}.copy()¦{e}.pop()¦{d}.keys() | {e}¦sorted({e})¦{e}.add({x})¦{e}.remove({x})¦{e}.discard({x})¦{e} - {l}¦{e}.update({x})""",
    "z": """frozenset({x})¦{z}¦{e}¦{z}&{e}¦{z}-{z}¦frozenset({l})¦frozenset({s})¦{z}.union({x})¦{z}.isdisjoint({x})¦{z} ^ {z}¦hash({z})¦{z} == {e}""",
    "o": """iter({x})¦next(iter({x}))¦next(iter({x}), {x})¦type({x})¦getattr({x}, {s})¦getattr({x}, {s}, {x})¦{x}[{x}]¦{x}+{x}¦{x}-{x}¦{x}*{n}¦{x}/{x}¦{x}//{x}¦{x}%{x}¦{x}@{x}¦{x}&{x}¦{x}^{x}¦-{x}¦~{x}¦{x}({x})¦{x}()¦{x}.foo¦len({x})¦hash({x})¦{x}.__class__¦{x}<{x}¦{x}>={x}¦reversed({x})¦abs({x})¦int({x})¦float({x})¦round({x})¦chr({x})¦ord({x})¦sum({x})¦max({x})¦min({x}, {x})¦{x}[{k}:{k}]¦pow({x}, {x}, {x}) if 0 else 1¦divmod({x}, {x})¦isinstance({x}, {x})¦issubclass({x}, {x})¦zip({x}, {x}, strict=True)¦map({x}, {x})¦(lambda a, b=1: (a, b))({x})¦(lambda a, /, b, *, c: (a, b, c))({x}, {x})¦(lambda *a, **k: (a, k))(*{x}, **{x})¦print(end={x})¦range({x})¦slice({x}, {x})¦operator.itemgetter({k})({x})¦operator.attrgetter({s})({x})¦operator.methodcaller('upper')({x})¦functools.partial({o}, {x})¦copy.copy({x})¦repr({o})¦id({x}) == 0¦bytes({x}, {s})¦enumerate({x}, {x})¦sorted({x}, key={o})¦format({x}, {p})¦complex({x})¦super({x})¦vars({x})¦all({x})¦iter({x}, {x})¦str({x}, {x})¦int({x}, {x})¦float({x}).hex()¦list.append({x}, {x})¦str.upper({x})¦dict.get({x}, {x})¦object.__new__({x})¦type({s}, {t}, {d})¦{l}.append({x})¦{l}.extend({x})¦{l}.insert({x}, {x})¦{l}.pop({k})¦{l}.remove({x})¦{l}.sort()¦{l}.sort(key={o})¦{d}.update({x})¦{s}.{m}({x})¦{l}.{m}({x})¦{d}.{m}({x})¦{e}.{m}({x})¦{i}.{m}({x})¦{t}.{m}({x})¦{f}.{m}({x})¦{s}.{m}()¦{l}.{m}()¦{d}.{m}()¦{e}.{m}({x}, {x})¦{s}.{m}({x}, {x})¦{z}.{m}({x})¦{y}.{m}()""",
}

PATTERNS = [r"r'\d+'", r"r'[a-c]+'", r"r'(\w)(\w)'", r"'a|b'", r"r'\s'", r"'X'", r"r'(?P<n>l+)'", r"'.*?'", r"''", r"r'^\w+'", r"'[^,]+'", r"r'(a)?b?'", r"'('", r"'*'", r"r'\b'", r"'(?i)h'", r"'a{2,}'", r"'(?<=a)X'"]
FOREIGN = 0.06


TEMPLATES = {kind: text.split("¦") for kind, text in TEMPLATES.items()}
KINDS = "ifcsybltdezo"
HASHABLE = "ifsbtzy"
OWNERS = {"s": str, "l": list, "d": dict, "e": set, "i": int, "y": bytes, "t": tuple, "f": float, "z": frozenset}
METHODS = {kind: sorted(n for n in dir(owner) if not n.startswith("_")) for kind, owner in OWNERS.items()}
# What would make the output depend on the build, or a run as long as its argument says.
LARGE = {"zfill", "ljust", "rjust", "center", "expandtabs", "to_bytes"}


class Values:
    def __init__(self, dice):
        self.dice = dice
        self.known = {}

    def spec(self):
        d = self.dice
        some = lambda share, text: text if d.random() < share else ""
        return repr(
            some(0.3, some(0.4, d.choice("*_x0é")) + d.choice("<>^="))
            + some(0.3, d.choice("+- ")) + some(0.06, "z") + some(0.2, "#") + some(0.2, "0") + some(0.5, str(d.choice([1, 4, 8, 12, 20])))
            + some(0.2, d.choice(",_")) + some(0.35, "." + str(d.choice([0, 1, 2, 3, 6, 10]))) + some(0.7, d.choice("dfeEgGnxXobcs%"))
        )

    def any(self, depth):
        return self.of(self.dice.choice(KINDS), depth)

    def of(self, kind, depth):
        """An expression, in parentheses where it needs some."""
        d = self.dice
        if kind == "x":
            return self.any(depth)
        if kind == "v":
            kind = d.choice(HASHABLE)
        if kind == "p":
            return self.spec()
        if kind == "r":
            return d.choice(PATTERNS)
        if kind not in "nk" and d.random() < FOREIGN:
            kind = d.choice(KINDS)
        if self.known.get(kind) and d.random() < 0.4:
            return d.choice(self.known[kind])
        if depth <= 0 or kind not in TEMPLATES or d.random() < 0.35:
            text = d.choice(LITERALS[kind])
            return f"({text})" if text[0].isdigit() or "*" in text or text[0] == "-" or "/" in text else text
        return f"({self.fill(d.choice(TEMPLATES[kind]), depth - 1)})"

    def fill(self, template, depth):
        out, at, last = [], 0, "s"
        while at < len(template):
            if template[at : at + 2] in ("{{", "}}"):
                out.append(template[at])
                at += 2
            elif template[at] == "{":
                kind = template[at + 1]
                if kind == "m":
                    out.append(self.dice.choice([m for m in METHODS[last] if m not in LARGE]))
                else:
                    last = kind
                    out.append(self.of(kind, depth))
                at += 3
            else:
                out.append(template[at])
                at += 1
        return "".join(out)

    def expression(self, depth=2):
        """An expression that compiles, any kind."""
        while True:
            kind = self.dice.choice(KINDS)
            text = self.fill(self.dice.choice(TEMPLATES[kind]), depth)
            try:
                compile(text, "expression", "eval")
            except (SyntaxError, ValueError, OverflowError, MemoryError):
                continue
            return text
