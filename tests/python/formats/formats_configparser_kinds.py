"""Parsers with other rules: extended interpolation, no values, own delimiters and converters."""
import configparser
import io
import os

p = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True,
                              inline_comment_prefixes=("#",), converters={"list": lambda v: [x.strip() for x in v.split(",")]})
p.optionxform = str
p.read_string("""
[paths]
Base = /opt   # a comment
bin = ${Base}/bin
cost = $$5
[app]
run = ${paths:bin}/app
names = a, b ,c
flag
""")
print(p["app"]["run"], p["paths"]["cost"], p["app"]["flag"], p.getlist("app", "names"), p["app"].getlist("names"))
print(list(p["paths"]), p["app"].getlist("zz", ["none"]))
out = io.StringIO()
p.write(out, space_around_delimiters=False)
print(out.getvalue(), end="")
r = configparser.RawConfigParser({"x": "%(y)s"}, delimiters=":", comment_prefixes="!")
r.read_file(["[s]\n", "a: b = c\n", "! no\n", "n: 1\n"])
print(r.items("s"), r.getint("s", "n"))
for loose in (True, False):
    q = configparser.ConfigParser(strict=not loose, interpolation=None)
    try:
        q.read_string("[a]\nk=1\n[a]\nk=%(z)s\nl=3\n")
        print(dict(q["a"]))
    except configparser.Error as e:
        print(repr(e), e.args)
with open("app.ini", "w") as f:
    f.write("[one]\ntwo = 3\n")
q = configparser.ConfigParser()
print(q.read(["none.ini", "app.ini"]), q["one"].getint("two"), os.path.exists("app.ini"))
q.read_dict({"one": {"two": 4, "five": 6}, "n": {}})
print({name: dict(section) for name, section in q.items()})
del q["n"]
q["one"].pop("two")
print(q.sections(), q.popitem(), list(q), q.get("x", "y", fallback=None), q.has_option("", "z"))
print(q.getint("one", "a", fallback=7) if q.has_section("one") else "gone")
