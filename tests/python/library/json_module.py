import json

data = {"name": "Ann", "age": 30, "tags": ["a", "b"], "nested": {"x": 1.5, "y": None, "ok": True, "no": False}, "empty": [], "eo": {}}
text = json.dumps(data)
print(text)
print(json.loads(text) == data)
print(json.dumps(data, indent=2))
print(json.dumps({"b": 1, "a": [1, 2]}, sort_keys=True, indent=4))
print(json.dumps([1, 2.0, 1e100, "é\n\"q\"", None]), json.dumps("é", ensure_ascii=False), json.dumps({1: "int", True: "b", None: "n"}), json.dumps((1, 2)))
print(json.dumps({"a": 1, "b": [1, 2]}, separators=(",", ":")), json.dumps(float("inf")))
print(json.loads('[1, -2.5, 3e2, "\\u00e9\\n", true, false, null, {"k": []}]'), json.loads(" 5 "), json.loads('"x"'))
for bad in ['{"a": }', "[1, 2", "nope", "", '{"a" 1}', "[1,]"]:
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)


class Point:
    def __init__(self, x):
        self.x = x


print(json.dumps({"p": Point(3)}, default=lambda o: o.__dict__))
