for text in ("if x:\npass", "if a:\n  if b:\n\n# note\n  c", "while x:\npass", "def f():\nx", "class A:\nx", "for i in x:\ny", "try:\nx",
             "with a:\nb", "if x:\n y\nelse:\nz", "if x:\n y\nelif z:\nw", "match x:\n case 1:\n y", "try:\n x\nexcept:\ny", "if 1:\n\ta\n        b",
             "async def f():\nx", "if x:\n y\n  z", "if x:\n    y\n  z"):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)
import json
print(json.loads('["tab\there"]', strict=False))
try:
    json.loads('["tab\there"]')
except ValueError as e:
    print(e)
