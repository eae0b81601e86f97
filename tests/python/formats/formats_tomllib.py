"""TOML: values, tables and what is wrong."""
import datetime
import io
import tomllib
from decimal import Decimal

TEXT = '''
title = "TOML \\u00e9\\t\\"q\\""
path = 'C:\\temp'
many = """
one \\
   two
"three""""
raw = \'\'\'
a\\b
\'\'\'
n = [1, -17, +5, 1_000, 0xdead_beef, 0o17, 0b101]
f = [1.5, -2e3, 6.02e+23, inf, -inf]
ok = true
when = [1979-05-27T07:32:00Z, 1979-05-27 00:32:00.999-07:00, 1979-05-27T07:32:00, 1979-05-27, 07:32:01.5]
mixed = [ [1, 2], ["a", {x = 1, "y z".w = 2}], # comment
]
[owner]
name = "Tom"
a.b.c = 1
a.b.d = 2
[servers.alpha]
ip = "10.0.0.1"
[servers."beta.x"]
[[products]]
name = "Hammer"
[[products]]
[[products.parts]]
id = 1
[[products.parts]]
id = 2
'''
d = tomllib.loads(TEXT)
for key, value in d.items():
    print(key, "=", value)
print(tomllib.load(io.BytesIO(b"x = 1.10\ny = 2"), parse_float=Decimal), type(d["owner"]["a"]))
for bad in ("a", "a = ", "a = 1 b", "a = 1\na = 2", "[a]\n[a]", "[a", "a = [1, 2", 'a = "x', "a = 01", "a = {x = 1,}", "= 1", "a.b = 1\na = 2",
            "a = 1\n[a]", "a = {b = 1}\n[a.c]", 'a = "\\z"', "a = 2020-13-01", "[[a]]\n[a]", "a = tru", "a = 1979-02-30"):
    try:
        print(tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), "->", e)
for wrong in (lambda: tomllib.loads(b"a = 1"), lambda: tomllib.load(io.StringIO("a = 1"))):
    try:
        wrong()
    except TypeError as e:
        print(e)
