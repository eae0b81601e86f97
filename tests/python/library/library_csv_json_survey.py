import csv, io, json, sys
rows = [["name","note"],["Ann","a, b"],["Bob",'say "hi"'],["C","line\nbreak"]]
b = io.StringIO(); w = csv.writer(b); w.writerows(rows); print(repr(b.getvalue())); b.seek(0); print(list(csv.reader(b)))
b = io.StringIO(); dw = csv.DictWriter(b, fieldnames=["a","b"], delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n"); dw.writeheader(); dw.writerow({"a":1,"b":None}); print(b.getvalue())
try: dw.writerow({"z":1})
except ValueError as e: print(e)
for r in csv.DictReader(io.StringIO("x,y\n1,2\n3\n4,5,6\n")): print(r)
print(csv.list_dialects(), csv.Sniffer().sniff("a;b\n1;2\n").delimiter, csv.get_dialect("excel").delimiter)
try: list(csv.reader(io.StringIO('"abc'), strict=True))
except csv.Error as e: print(e)
d = {"s":"é\u2028\"\\/\n","i":1,"f":1.0,"n":None,"t":True,"l":[1,[2,{}]],"e":[], 1:2, None:3, 1.5:4, False:5}
print(json.dumps(d)); print(json.dumps(d, indent=2, ensure_ascii=False)); print(json.dumps({"b":1,"a":2}, sort_keys=True, separators=(",",":")), json.dumps([1,2],indent="\t"), json.dumps(float("nan")), json.dumps((1,2)), json.dumps("x"))
for bad in ['{"a":1,}', "[1,2", "{'a':1}", '{"a" 1}', "nul", '"abc', '["a\nb"]', "", "[1] x", '{"a":1 "b":2}', "[1,]", "01", "-", '"\\x"', '"\\u12"', '{1:2}', "[NaN, -Infinity, 1e5, 1E-3]", "tru", "{"]:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno)
for bad in [{1,2}, object, {(1,2):3}, 1j, b"x"]:
    try: json.dumps(bad)
    except TypeError as e: print(e)
c = []; c.append(c)
try: json.dumps(c)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s":{3,1}}, cls=E), json.dumps({"s":{1}}, default=list), json.loads("[1.1]", parse_float=str), json.loads('{"a":{"b":1}}', object_hook=lambda d: tuple(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads(b'[1]'), json.loads('["a\tb"]', strict=False))
print(json.dumps({"a":1}, indent=0), json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[]], indent=2), json.dumps({"k": [1, 2, {"z": None}]}, indent=4))
