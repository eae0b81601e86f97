# Modules that import each other: what is there already, and what is not.
import first
print(first.late(), first.second.back())
try:
    import tangled_a
except ImportError as e:
    print(str(e).split(" (/")[0])
try:
    import half_a
except AttributeError as e:
    text = str(e)
    print(text[:text.index("(")], "third-party module" in text)
try:
    import pkg.half
except AttributeError as e:
    text = str(e)
    print(text[:text.index("from")], text[text.index("has"):])
import sys
print([n for n in ("tangled_a", "tangled_b", "half_a", "half_b") if n in sys.modules])
