"""Documents as nodes: reading, walking, making and printing them prettily."""
from xml.dom import minidom
from xml.parsers.expat import ExpatError

doc = minidom.parseString("<books><!--all--><book id='1'><title>A &amp; B</title></book><book id='2' lang='en'><title/>text</book></books>")
root = doc.documentElement
print(root.tagName, root.nodeType == root.ELEMENT_NODE, len(root.childNodes), doc.nodeName)
for book in doc.getElementsByTagName("book"):
    title = book.getElementsByTagName("title")[0]
    print(book.getAttribute("id"), book.hasAttribute("lang"), repr(book.getAttribute("zz")), title.firstChild and title.firstChild.data, book.attributes.items())
print(root.firstChild.nodeName, root.firstChild.data, root.lastChild.lastChild.nodeValue, root.childNodes[1].nextSibling.getAttribute("id"))
print(doc.toprettyxml(indent="  "))
print(doc.toxml())
new = minidom.Document()
top = new.createElement("top")
new.appendChild(top)
for i in range(2):
    kid = new.createElement("kid")
    kid.setAttribute("n", str(i))
    kid.setAttribute("q", '"<')
    kid.appendChild(new.createTextNode(f"text {i} <&>"))
    top.appendChild(kid)
top.insertBefore(new.createComment("made"), top.firstChild)
top.appendChild(new.createCDATASection("<raw>"))
print(new.toprettyxml(indent="\t", encoding="utf-8").decode())
top.removeChild(top.firstChild)
print(top.toxml(), top.cloneNode(False).toxml(), top.parentNode is new)
impl = minidom.getDOMImplementation()
print(impl.createDocument(None, "x", None).toxml())
for bad in ("<a><b></a>", "", "<a>&no;</a>"):
    try:
        minidom.parseString(bad)
    except ExpatError as e:
        print(e, e.lineno, e.offset)
print(repr(new.createTextNode("a long text here")))
