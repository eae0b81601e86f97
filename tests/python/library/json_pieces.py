# iterencode: a text in its pieces.
import io
import json

data = {"a": [1, {"b": None}], "c": (), "d": {}, "e": [True, 1.5, "x"], 2: False}
print(list(json.JSONEncoder().iterencode(data)))
print(list(json.JSONEncoder(indent=2).iterencode([{"z": 1, "a": [1.5, [2]]}, []])))
print(list(json.JSONEncoder(separators=(",", ":"), sort_keys=True).iterencode({"b": 1, "a": [1, 2]})))


class Set(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(list(Set().iterencode([1j, 2])), Set().encode(2 + 1j))
try:
    list(Set().iterencode([object]))
except TypeError as e:
    print(e)
loop = []
loop.append(loop)
for call in (lambda: list(json.JSONEncoder().iterencode(loop)), lambda: list(json.JSONEncoder().iterencode({(1, 2): 3})),
             lambda: list(json.JSONEncoder(allow_nan=False).iterencode([float("nan")]))):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:60])
print(json.decoder.JSONDecodeError is json.JSONDecodeError, json.encoder.JSONEncoder is json.JSONEncoder)
try:
    json.loads('{"a": 1,}')
except json.decoder.JSONDecodeError as e:
    print(e, e.pos, e.lineno, e.colno)
