import csv
import io

text = 'name,age,note\n"Ann, A",30,"say ""hi"""\nBob,25,\n"multi\nline",1,x\n'
print(list(csv.reader(io.StringIO(text))), list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")))
rows = list(csv.DictReader(io.StringIO(text)))
print(rows[0], rows[1]["note"] == "", list(csv.DictReader(["1,2,3", "4"], fieldnames=["x", "y"], restkey="more", restval="-")))
out = io.StringIO()
w = csv.writer(out)
print(w.writerow(["a", 1, 2.5, None, "x,y", 'q"q', "line\nbreak", True]), w.writerows([[1, 2], ["", " s "]]), repr(out.getvalue()))
out = io.StringIO()
dw = csv.DictWriter(out, fieldnames=["id", "name"], extrasaction="ignore", restval="?")
dw.writeheader()
dw.writerow({"id": 1, "name": "Ann", "x": 2})
dw.writerows([{"id": 2}, {"name": "Bob"}])
print(repr(out.getvalue()))
for quoting in (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.QUOTE_MINIMAL, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, escapechar="\\", lineterminator="\n", delimiter="|").writerow(["a|b", 1, None, 'c"d', 2.5, ""])
    print(quoting, repr(out.getvalue()))
print(list(csv.reader(['1,"2",x'][:1], quoting=csv.QUOTE_ALL)), list(csv.reader(['"a",1.5,2'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(["a b  c"], delimiter=" ", skipinitialspace=True)))
print(csv.list_dialects(), csv.get_dialect("excel").delimiter, csv.get_dialect("unix").lineterminator, csv.excel_tab.delimiter, csv.field_size_limit())
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
out = io.StringIO()
csv.writer(out, "pipes").writerow("ab")
print(repr(out.getvalue()), list(csv.reader(["x|y"], "pipes")), csv.list_dialects())
r = csv.reader(["a,b", "c"])
print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter)
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, list(csv.reader(["a,,b", "", ",", '"x"y,z'])), list(csv.reader(["a\\,b,c"], escapechar="\\")))
for call in (lambda: dw.__class__(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: csv.reader([], delimiter="ab"), lambda: list(csv.reader(['"abc'], strict=True)), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.get_dialect("nope"), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.writer(3), lambda: list(csv.reader([1])), lambda: csv.reader([], quotechar="")):
    try:
        print(call())
    except (ValueError, csv.Error, TypeError) as e:
        print(type(e).__name__, e)
