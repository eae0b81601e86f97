from html.parser import HTMLParser
from html import escape, unescape
import re

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>A &amp; B</title><meta charset=utf-8><style>p > a { color: red }</style></head>
<body><!-- nav --><a href="/home" class='x'>Home</a> <a href="https://x.org/?a=1&amp;b=2">X &gt; Y</a>
<ul><li>one<li>two</ul><img src=logo.png alt="" /><br>
<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>
<script>if (1 < 2) { document.write("<b>no</b>") }</script></body></html>"""


class Scrape(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.rows, self.title, self.stack, self.text = [], [], "", [], []

    def handle_starttag(self, tag, attrs):
        self.stack.append(tag)
        attrs = dict(attrs)
        if tag == "a":
            self.links.append((attrs["href"], attrs.get("class")))
        if tag == "tr":
            self.rows.append([])

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop() != tag:
            pass

    def handle_data(self, data):
        if self.stack and self.stack[-1] == "title":
            self.title += data
        elif self.stack and self.stack[-1] == "td":
            self.rows[-1].append(int(data))
        elif data.strip():
            self.text.append((self.stack[-1] if self.stack else "", data.strip()))


p = Scrape()
for i in range(0, len(PAGE), 37):
    p.feed(PAGE[i:i + 37])
p.close()
print(p.title, p.links, p.rows, p.getpos())
for item in p.text:
    print(item)
print(re.findall(r'href="([^"]+)"', PAGE), re.sub(r"<[^>]+>", "", "<p>a<b>c</b></p>"), escape('<a href="x">\'&</a>'), unescape("&lt;p&gt; caf&eacute; &#169; &#x20AC; &nope; &amp;lt; &copy2"), escape("plain"), unescape("a & b"))
