import textwrap
import string

doc = """\
    Usage: tool [options]

      --verbose   say more
    \tdone
"""
print(repr(textwrap.dedent(doc)), textwrap.indent(textwrap.dedent("  a\n\n  b"), "| ", lambda s: True), sep="\n")
long = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua."
for width in (10, 24, 60):
    print(textwrap.fill(long, width), end="\n--\n")
print(textwrap.fill(long, 40, initial_indent="  * ", subsequent_indent="    ", max_lines=2, placeholder=" …"), textwrap.shorten(long, 30), textwrap.shorten(long, 30, placeholder="…"), sep="\n")
w = textwrap.TextWrapper(width=12, break_long_words=False, break_on_hyphens=False)
print(w.wrap("a-very-long-word and state-of-the-art"), w.fill("x " * 10), textwrap.wrap("a" * 25, 10), textwrap.wrap("one  two   three", 20, drop_whitespace=False), textwrap.wrap("\tx\ty", 10, expand_tabs=False), textwrap.wrap("line one\nline two", 80))
t = string.Template("Dear $name, you owe ${amount}$$ since $date")
print(t.substitute(name="Ann", amount=5, date="May"), t.safe_substitute(name="Ann"), string.Template("$a$b${c}d").safe_substitute(a=1, c=3), t.get_identifiers(), string.Template("$").is_valid(), string.Template("$$").substitute())
for bad in (lambda: t.substitute(name=1), lambda: string.Template("100% $").substitute(), lambda: string.Template("a\nb ${").substitute(), lambda: textwrap.fill("x", -1)):
    try:
        print(bad())
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
print(string.capwords("the quick-brown fox"), string.ascii_lowercase[:5], string.digits, "".join(c for c in "a1!b" if c not in string.punctuation), str.maketrans("", "", string.punctuation)[33], "h.i!".translate(str.maketrans("", "", string.punctuation)))
