"""XML by events, by pulls, and into a target of the program's own."""
import io
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr, unescape

TEXT = "<log><entry id='1'><msg>one</msg></entry><!--c--><?go now?><entry id='2'><msg>two</msg></entry></log>"
for event, e in ET.iterparse(io.BytesIO(TEXT.encode()), events=("start", "end", "comment", "pi")):
    print(event, e.tag if isinstance(e.tag, str) else "special", e.attrib, e.text)
total = []
for event, e in ET.iterparse(io.StringIO(TEXT)):
    if e.tag == "entry":
        total.append((e.get("id"), e.findtext("msg")))
        e.clear()
print(total)
pull = ET.XMLPullParser(["start", "end"])
for piece in ("<a><b", ">text</b>", "<c/></a>"):
    pull.feed(piece)
    print([(event, e.tag) for event, e in pull.read_events()])
pull.close()


class Depth:
    def __init__(self):
        self.now = self.most = 0

    def start(self, tag, attrib):
        self.now += 1
        self.most = max(self.most, self.now)

    def end(self, tag):
        self.now -= 1

    def data(self, data):
        pass

    def close(self):
        return self.most


parser = ET.XMLParser(target=Depth())
parser.feed(TEXT)
print(parser.close())
print(escape("a < b & c > d"), escape("'", {"'": "&apos;"}), unescape("&lt;&amp;lt;"), quoteattr('say "hi"'), quoteattr("x"))
b = ET.TreeBuilder()
b.start("root", {})
b.data("t")
b.start("kid", {"k": "v"})
b.end("kid")
b.data("tail")
b.end("root")
print(ET.tostring(b.close()), ET.tostringlist(ET.XML("<a>1</a>"), "unicode"), "".join(ET.XML("<a>1<b>2</b>3</a>").itertext()))
root, ids = ET.XMLID("<a id='r'><b id='s'/></a>")
print(root.tag, sorted(ids), ET.iselement(root), ET.QName("urn:x", "t").text)
ET.dump(ET.XML("<a><b/></a>"))
e = ET.Element("n")
e.text = 5
try:
    ET.tostring(e)
except TypeError as error:
    print(error)
try:
    root[7]
except IndexError as error:
    print(error)
print(ET.tostring(ET.XML("<p>a<br/>b</p>"), method="html"), ET.tostring(ET.XML("<p>a<b>c</b></p>"), method="text"))
