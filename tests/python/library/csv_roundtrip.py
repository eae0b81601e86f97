import csv
import io

rows = [["id", "text"], [1, "plain"], [2, "with, comma"], [3, 'with "quotes"'], [4, "two\nlines"], [5, ""], [6, " padded "], [7, None], [8, "tab\there"], [9, "é€"]]
for fmt in ({}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"delimiter": ";", "quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONNUMERIC}, {"lineterminator": "\n", "quoting": csv.QUOTE_ALL}):
    out = io.StringIO()
    csv.writer(out, **fmt).writerows(rows)
    text = out.getvalue()
    print(fmt, repr(text[:70]), len(text))
    fmt.pop("lineterminator", None)
    back = list(csv.reader(io.StringIO(text, newline=""), **fmt))
    print([r[1] for r in back], [type(r[0]).__name__ for r in back[1:3]])
people = io.StringIO("name;age;city\nAnn;30;Oslo\nBob;;Bergen\n\nCid;41\nDee;5;Rome;extra\n")
reader = csv.DictReader(people, delimiter=";", restkey="rest", restval="?")
print(reader.fieldnames)
for row in reader:
    print(row, reader.line_num)
total = {}
for row in csv.DictReader(["k,v", "a,1", "b,2", "a,3"]):
    total[row["k"]] = total.get(row["k"], 0) + int(row["v"])
print(total)


class Pipe(csv.Dialect):
    delimiter = "|"
    quotechar = "~"
    doublequote = True
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


out = io.StringIO()
w = csv.writer(out, Pipe)
w.writerow(["a|b", "c~d", 3.5, True])
print(repr(out.getvalue()), next(csv.reader([out.getvalue()], Pipe)), w.dialect.delimiter, w.dialect.quotechar, w.dialect.doublequote)
print(csv.Sniffer().sniff("a|b|c\n1|2|3\n").delimiter, csv.Sniffer().has_header("name,age\nann,30\nbob,25\n"), csv.QUOTE_MINIMAL, csv.QUOTE_ALL, issubclass(csv.Error, Exception))
