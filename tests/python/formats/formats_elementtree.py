"""Elements: reading, finding, changing and writing."""
import io
import xml.etree.ElementTree as ET

TEXT = """<?xml version="1.0"?>
<data>
    <!-- nobody sees this -->
    <country name="Liechtenstein"><rank updated="yes">2</rank><year>2008</year>
        <neighbor name="Austria" direction="E"/><neighbor name="Switzerland" direction="W"/></country>
    <country name="Panama"><rank>69</rank><year>2011</year><neighbor name="Costa Rica" direction="W"/>tail &amp; &#65;&lt;</country>
    <note><![CDATA[a < b]]></note>
</data>"""
root = ET.fromstring(TEXT)
print(root.tag, root.attrib, len(root), root[0].tag, root[0][1].text, repr(root[1][2].tail), root[2].text)
for c in root:
    print(c.tag, c.attrib, c.get("name"), c.find("rank") is not None, c.findtext("year", "none"))
print([n.get("name") for n in root.iter("neighbor")], [e.tag for e in root.iter()])
for path in ("country/year", ".//neighbor", "./country[@name='Panama']/rank", "country[2]", ".//neighbor[@direction='W']", "*/rank[@updated]",
             ".//year/..", "country[rank='69']", "country[last()]", ".//rank[.='2']", "country/*", ".//zzz", "country[@name!='Panama']"):
    print(path, [(e.tag, e.get("name"), e.text and e.text.strip()) for e in root.findall(path)])
for rank in root.iter("rank"):
    rank.text = str(int(rank.text) + 1)
    rank.set("updated", "no")
root.remove(root[0])
new = ET.SubElement(root, "country", {"name": 'Q "x" <y>'}, size="1")
ET.SubElement(new, "empty").tail = "after"
new.append(ET.Comment(" c "))
new.insert(0, ET.Element("first"))
print(ET.tostring(root, encoding="unicode"))
ET.indent(root)
print(ET.tostring(root).decode())
tree = ET.ElementTree(root)
out = io.BytesIO()
tree.write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue()[:60])
tree.write("t.xml", encoding="unicode")
print(ET.parse("t.xml").getroot().tag, ET.parse("t.xml").find("country/rank").text)
print(ET.tostring(ET.Element("a", b="c"), short_empty_elements=False), ET.tostring(ET.fromstring("<p>ä</p>")), ET.tostring(ET.XML("<p>ä</p>"), "utf-8"))
ns = ET.fromstring('<r xmlns="urn:d" xmlns:x="urn:x"><a x:k="1"/><x:b>t</x:b></r>')
print([e.tag for e in ns.iter()], ns[0].attrib, ns.find("x:b", {"x": "urn:x"}).text, ns.find("{urn:d}a").tag, ns.find("{*}b").text)
print(ET.tostring(ns).decode())
ET.register_namespace("mine", "urn:x")
print(ET.tostring(ns).decode())
for bad in ("<a>", "<a></b>", "", "<a><b></a>", "<a/><b/>", "<a x=1/>", "<a>&zzz;</a>", "text", "<a b='1' b='2'/>", "<a>\n  <b>\n</a>", "<a>1 < 2</a>", "<x:a/>", "<a"):
    try:
        ET.fromstring(bad)
        print("fine")
    except ET.ParseError as e:
        print(repr(bad), e, e.code, e.position)
