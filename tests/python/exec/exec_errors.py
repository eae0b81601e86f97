# Syntax errors as exceptions, and tracebacks through executed text.
import traceback
for text in ("x = = 1", "a b", "  x = 1", "print 'x'", "x = 'abc", "return 1", "1 = x", "def f(a, a): pass", "break", "while x\n  pass"):
    try:
        exec(text)
    except SyntaxError as e:
        print(type(e).__name__, "|", e.msg, "|", e.filename, e.lineno, "|", e, "|", e.text if "\n" not in (e.text or "").rstrip() else "")
try:
    exec("def outer():\n    return inner()\ndef inner():\n    return 1 / 0\nouter()")
except ZeroDivisionError:
    print(traceback.format_exc())
try:
    eval("foo bar")
except SyntaxError:
    print(traceback.format_exc())
code = compile("value = 1\nvalue.missing", "made_up.py", "exec")
print(code.co_filename, code.co_name, code.co_firstlineno)
try:
    exec(code)
except AttributeError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)
e = SyntaxError("my message", ("file.py", 3, 5, "some text\n"))
print(e, e.lineno, e.offset, e.text, e.args, SyntaxError("plain"), SyntaxError().msg)
exec("a = 1\nb = a + = 2\n")
