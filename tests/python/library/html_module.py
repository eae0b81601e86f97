import html
from html.parser import HTMLParser
from html.entities import name2codepoint, codepoint2name

print(html.escape("<a href='x'>\"T&C\"</a>"), html.escape("<'\">", quote=False), html.unescape("&lt;b&gt; &amp;amp; &quot; &#39; &#x27; &eacute; &copy 2024 &nbsp;| &hellip; &#128512; &notanentity; &#0; &lt"))
print(name2codepoint["eacute"], codepoint2name[169], html.unescape("&pound;5 &euro;3 &mdash; &larr;&alpha;"))


class Show(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_startendtag(self, tag, attrs):
        print("startend", tag, attrs, self.get_starttag_text())

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_pi(self, data):
        print("pi", data)


p = Show()
p.feed('<!DOCTYPE html>\n<html><!-- note --><body class="a b" id=main data-x=\'1\' hidden>T&amp;C &copy; &#65;<br/><IMG SRC="x.png" alt="a &lt; b">')
p.feed("<p>split ")
p.feed("text</p><?php x ?><a href=?q=1&r=2>link</a></body></html> tail")
p.close()


class Links(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs).get("href"))

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)


q = Links()
q.feed("<a href='/one'>1 &lt; &#62;</a><script>if (a < b && c) { x('<a>') }</script><a>2</a>")
q.close()
print(q.links)
q.reset()
print(q.rawdata == "")
