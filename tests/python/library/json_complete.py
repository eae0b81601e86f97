import json
from collections import OrderedDict
from decimal import Decimal
import io

print(json.dumps({"b": [1, 2.5, None, True, "é\n\"\\/", 1e100, float("inf")], "a": (1,), 3: "k", None: 1, False: 2, 1.5: 3}))
print(json.dumps([1, {"a": []}, {}], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent="\t"), json.dumps([1, 2], separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps("\u2028😀"), json.dumps({"a": {"b": 1}}, indent=1, separators=(",", "=")))
print(json.loads('{"a": [1, -2.5e3, "x\\u00e9\\n", null, true, false, NaN, Infinity, -Infinity], "b": {}}'), json.loads("  3 "), json.loads(b'"x"'), json.loads('"\\ud83d\\ude00"'), json.loads("123456789012345678901234567890"))
print(json.loads('{"a": 1, "b": [2]}', object_hook=lambda d: sorted(d)), json.loads('{"a": 1, "a": 2}'), json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=Decimal), json.loads("[1, 2]", parse_int=str), json.loads("[NaN]", parse_constant=lambda c: "C" + c), json.loads('{"z": 1}', object_pairs_hook=OrderedDict))


class Point:
    def __init__(self, x):
        self.x = x


class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x}
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps([Point(1), {2, 1}], cls=Enc), json.dumps({"p": Point(2)}, default=lambda o: o.__dict__), Enc(indent=1).encode([1]), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
d = json.JSONDecoder()
print(d.decode('[1]'), d.raw_decode('{"a": 1} rest'), json.load(io.StringIO('{"k": "v"}')))
out = io.StringIO()
json.dump({"a": [1]}, out, indent=None)
print(out.getvalue())
for text in ("", "{", "[1,]", '{"a"}', '{"a": }', '{a: 1}', '[1 2]', '"abc', '"\x01"', '"\\x"', "nul", "[1] x", '{"a": 1,}', '"\\u12"', "01", "-", "[", '{"a":1 "b"}', "\ufeff1", '{"a": 1\n "b": 2}'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({(1,): 2}), lambda: json.loads(3), lambda: json.dumps(b"x"), lambda: json.dumps(Point(1)), lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
print(json.dumps({"a": float("-inf"), "b": 1e16, "c": 0.1, "d": -0.0, "e": 10**25}), json.dumps("\x7f\x00\t"), json.dumps([]), json.dumps({}, indent=2), json.dumps([[], {}], indent=2), issubclass(json.JSONDecodeError, ValueError), json.dumps(True), json.dumps(None))
