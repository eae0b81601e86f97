import codecs, io
print(codecs.lookup("UTF8").name, codecs.lookup("latin-1").name, codecs.encode("Hello", "rot13"), codecs.decode(b"616263", "hex"))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.encode("é", "utf-16-be"), codecs.decode(b"\xff\xfeh\x00", "utf-16"))
print(codecs.getencoder("ascii")("abc"), codecs.getdecoder("utf-8")(b"\xc3\xa9"), codecs.encode(b"hi", "base64"))
for f in (lambda: codecs.lookup("nope"), lambda: codecs.encode("é", "ascii"), lambda: codecs.decode(b"\xff", "utf-8"), lambda: codecs.lookup_error("what")):
    try:
        f()
    except (LookupError, UnicodeError) as e:
        print(type(e).__name__, e)
d = codecs.getincrementaldecoder("utf-8")()
print([d.decode(bytes([b])) for b in "aé€😀".encode()], d.getstate())
d.decode(b"\xe2\x82")
print(d.getstate())
try:
    d.decode(b"", final=True)
except UnicodeDecodeError as e:
    print(e)
d.reset()
print("".join(codecs.iterdecode([b"\xc3", b"\xa9x", b"\xe2\x82", b"\xac"], "utf-8")), b"".join(codecs.iterencode(["a", "b"], "utf-16")))
d = codecs.getincrementaldecoder("utf-8-sig")()
print(repr(d.decode(b"\xef\xbb") + d.decode(b"\xbfhi")), d.decode(b"\xff", True) if 0 else "")
e = codecs.getincrementalencoder("utf-8")(errors="replace")
print(e.encode("aé"), codecs.getincrementaldecoder("ascii")("replace").decode(b"a\xff"))
b = io.BytesIO()
with codecs.getwriter("utf-8")(b) as w:
    w.write("línea 1\n")
    w.writelines(["dos\n", "tres"])
    data = b.getvalue()
print(data)
r = codecs.getreader("utf-8")(io.BytesIO(data))
print(r.readline(), list(r))
with codecs.open("codecs.txt", "w", encoding="utf-16") as f:
    f.write("über\n")
    f.write("zwei\n")
with codecs.open("codecs.txt", encoding="utf-16") as f:
    print(f.readlines(), f.encoding)
print(open("codecs.txt", "rb").read()[:6])
print(codecs.ignore_errors(UnicodeEncodeError("ascii", "é", 0, 1, "x")), codecs.replace_errors(UnicodeEncodeError("ascii", "éé", 0, 2, "x")))
