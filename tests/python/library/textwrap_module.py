import textwrap

text = "The quick brown fox jumped over the lazy dog. It was well-known, self-evident (sort of) and supercalifragilisticexpialidocious!  Two  spaces\tand tab."
for width in (20, 35, 70):
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten("Hello  world! This is   long", width=12), textwrap.shorten("Hello world", width=11), textwrap.shorten("Hello world", width=10, placeholder="..."), textwrap.shorten("hello", 3, placeholder="."))
print(repr(textwrap.dedent("""
    hello
      world

    \tx
   \n    end""")), repr(textwrap.dedent("\tA\n\t  B")), repr(textwrap.dedent("  a\n b")))
print(repr(textwrap.indent("a\n\n b\n", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda line: True)))
print(textwrap.wrap("aaaaaaaaaaaaaaaaaaaa bb", 8), textwrap.wrap("aaaaaaaaaaaa bb", 8, break_long_words=False), textwrap.wrap("", 5), textwrap.wrap("a-b-c-d e-f", 4), textwrap.wrap("a-b-c-d", 3, break_on_hyphens=False))
print(textwrap.wrap("one two three four", 9, max_lines=1), textwrap.wrap("one two three four", 9, max_lines=2, placeholder="~"), textwrap.wrap("  lead and trail  ", 8, drop_whitespace=False))
print(textwrap.wrap("It ended. New one.\nNext", 30, fix_sentence_endings=True), textwrap.wrap("a\nb\tc", 20, replace_whitespace=False), textwrap.wrap("x\ty", 20, tabsize=4), textwrap.wrap("em--dash and --option -x", 8))
w = textwrap.TextWrapper(width=15, initial_indent="- ")
w.subsequent_indent = "  "
print(w.fill("alpha beta gamma delta"), w.width, w.break_long_words)
for bad in (lambda: textwrap.wrap("x", 0), lambda: textwrap.shorten("abc def", 2, placeholder="....."), lambda: textwrap.wrap("a b c d", 3, initial_indent="1234", max_lines=1)):
    try:
        print(bad())
    except ValueError as e:
        print("ValueError", e)
