"""Configuration files: reading, converting, interpolation and writing."""
import configparser
import io

TEXT = """\
# about the server
[DEFAULT]
home = /srv
timeout: 30

[server]
Host = localhost
port = 8080
debug = yes
path = %(home)s/www
motto = first line
    second line

    last line
[client]
ratio = 0.5
; nothing more
off
= x
"""
p = configparser.ConfigParser()
try:
    p.read_string(TEXT)
except configparser.ParsingError as e:
    print(type(e).__name__, e)
p = configparser.ConfigParser()
p.read_string(TEXT.replace("off\n= x\n", "off = no\n"))
print(p.sections(), p.options("server"), "server" in p, "nobody" in p, len(p), list(p))
s = p["server"]
print(s["host"], s.getint("port") + 1, s.getboolean("debug"), s["path"], repr(s["motto"]))
print(p.getfloat("client", "ratio"), p["client"]["timeout"], p.get("client", "gone", fallback="none"), s.get("gone", "x"))
print(p.items("client"), dict(p["client"]), s)
print(p.has_option("server", "HOME"), p.has_section("DEFAULT"), p.defaults())
p["new"] = {"a": "1", "b": "two words"}
p.set("new", "c", "100%%")
p.add_section("empty")
out = io.StringIO()
p.write(out)
print(out.getvalue())
print(p.remove_option("new", "a"), p.remove_option("new", "a"), p.remove_section("empty"), p["new"]["c"])
for f in (lambda: p["zzz"], lambda: p.get("zzz", "a"), lambda: p.get("new", "zzz"), lambda: p.add_section("new"),
          lambda: p.set("new", "n", 5), lambda: p.set("new", "n", "%x"), lambda: p.getint("server", "host"),
          lambda: p.getboolean("server", "host"), lambda: p.read_string("a = 1"), lambda: p.read_string("[x]\n[x]\n"),
          lambda: p.read_string("[y]\nk = 1\nK = 2\n"), lambda: p.read_dict({"q": {"v": "%(none)s"}}) or p["q"]["v"],
          lambda: p.read_dict({"q": {"v": "%(v)s"}}) or p["q"]["v"]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
