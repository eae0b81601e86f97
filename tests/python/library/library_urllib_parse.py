# urllib.parse: parts of URLs, joining, quoting, queries.
from urllib.parse import *

r = urlparse("http://User:Pa%20ss@NetLoc.org:8080/a/b;param?query=arg&x=1#frag")
print(r)
print(r.username, r.password, r.hostname, r.port, r.params, r.geturl())
print(urlparse("scheme://netloc/path;parameters?query#fragment"))
print(urlsplit("//www.cwi.nl:80/%7Eguido/Python.html"), urlparse("www.cwi.nl/%7Eguido"), urlparse("mailto:a@b.c"))
print(urlsplit("http://[::1]:80/x").hostname, urlsplit("http://[::1]:80/x").port, urlsplit("http://h").port)
print(r._replace(scheme="https", fragment="").geturl(), urlunparse(("http", "h", "p", "", "q=1", "")))
print(urldefrag("http://h/p?q#frag"), urldefrag("http://h/p").fragment == "", urldefrag("http://h/p#f").geturl())
for url in ("g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "../g", "../../g", "../../../g", "", ".", "..", "http:g", "mailto:x@y"):
    print(repr(url), urljoin("http://a/b/c/d;p?q", url))
print(quote("/El Niño/ a~b"), quote("a/b", safe=""), quote_plus("a b&c=d/é"), quote(b"\xff a"), quote_from_bytes(b"a&\xef"))
print(unquote("/El%20Ni%C3%B1o/%zz"), unquote_plus("a+b%26"), unquote_to_bytes("a%26%EF"), unquote("%FF"))
print(urlencode({"a": 1, "b": "x y", "c": "é&"}), urlencode([("k", (1, 2)), ("z", "t")], doseq=True), urlencode({"q": "a b"}, quote_via=quote))
print(parse_qs("a=1&a=2&b=&c=x+y%21"), parse_qs("a=1&b=", keep_blank_values=True), parse_qsl("a=1;b=2", separator=";"))
print(urlsplit(b"http://h/p?q").path)
for job in (
    lambda: urlsplit("http://h:port/").port,
    lambda: urlsplit("http://h:99999/").port,
    lambda: urlsplit("http://[::1/"),
    lambda: urlencode("abc"),
    lambda: parse_qsl("a&b=1", strict_parsing=True),
):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
