# Text in other encodings, and what cannot be decoded or encoded.
text = "naïve café €5 日本 🎉\n"
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-8-sig"):
    with open("t.txt", "w", encoding=encoding) as f:
        f.write(text)
        f.write(text)
    with open("t.txt", "rb") as f:
        data = f.read()
    with open("t.txt", encoding=encoding) as f:
        lines = f.readlines()
    print(encoding, len(data), data[:4], lines == [text, text])
with open("t.txt", "w", encoding="latin-1") as f:
    f.write("é")
print(open("t.txt", "rb").read())
for errors in ("strict", "ignore", "replace", "backslashreplace"):
    try:
        with open("t.txt", encoding="utf-8", errors=errors) as f:
            print(errors, ascii(f.read()))
    except UnicodeDecodeError as e:
        print(errors, e)
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
    try:
        with open("t.txt", "w", encoding="ascii", errors=errors) as f:
            f.write("a€b")
        print(errors, open("t.txt", "rb").read())
    except UnicodeEncodeError as e:
        print(errors, e)
with open("wide.txt", "w", encoding="utf-8") as f:
    f.write("é" * 10000 + "\n" + "日" * 5000)
with open("wide.txt", encoding="utf-8") as f:
    print(len(f.readline()), f.tell(), len(f.read(10)), f.tell(), len(f.read()))
with open("wide.txt", encoding="utf-8") as f:
    f.read(3)
    here = f.tell()
    rest = f.read(4)
    f.seek(here)
    print(here, f.read(4) == rest)
