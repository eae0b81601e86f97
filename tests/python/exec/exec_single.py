# compile in mode single, code objects, displayhook, ast.literal_eval.
import ast, sys
for text in ("1 + 2", "None", "'text'", "x = 7", "x * 2", "[x, x]", "print('p')", "if x: x + 1\n"):
    exec(compile(text, "<input>", "single"))
sys.displayhook = lambda v: print("shown:", v)
exec(compile("6 * 7", "<input>", "single"))
sys.displayhook = sys.__displayhook__
c = compile("a + b", "<sum>", "eval")
print(eval(c, {"a": 1, "b": 2}), eval(c, {"a": "x", "b": "y"}), type(c).__name__, c.co_filename)
def f(): pass
print(type(f.__code__) is type(c), f.__code__.co_name)
for text in ("[1, 2.5, 'x', b'y', None, True, ...]", "{'a': (1, -2, +3), 'b': {1, 2}}", " 5", "-1.5", "3+4j", "set()", "'a' 'b'", "()", "{}"):
    print(ast.literal_eval(text))
for text in ("f()", "a", "1 + 2", "[x for x in y]", "__import__('os')", "1 +", "", "'unclosed", "not 1"):
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__, str(e).split(": <")[0].split(" (")[0])
m = __import__("os.path")
print(m.__name__, __import__("os.path", fromlist=["join"]).__name__, __import__("json", globals(), locals(), [], 0).__name__)
calc = {"+": "a + b", "*": "a * b"}
print({op: eval(text, {"__builtins__": None}, {"a": 3, "b": 4}) for op, text in calc.items()})
src = "\n".join(f"def f{i}(n): return n + {i}" for i in range(5))
ns = {}
exec(src, ns)
print([ns[f"f{i}"](10) for i in range(5)])
