# f-strings: nesting, quotes, conversions, self-documenting, formats from objects, lambdas, backslashes, multi-line.
name, n, pi, items = "Ada", 42, 3.14159, {"k": [1, 2]}
print(f"{name!r:>8}|{name!s:<6}|{name!a}|{n:#x}|{n:08.3f}|{pi:.2%}|{n:,}|{n=}|{n = }|{pi=:.2f}|{name=!s}")
print(f"{items["k"][0]} {items['k']} {'nested ' + f"{name + f'{n}'}"} {(lambda x: x * 2)(3)} {n if n > 5 else 0} {[x for x in range(3)]} {{literal}} {{{n}}}")
print(f"{'a\tb'} {'\n'.join(['x', 'y'])!r} {"quotes"} {'''triple'''}")
print(f"""multi {
    n  # a comment
    + 1
} line
end {name}""")
width, prec = 10, 3
print(f"[{pi:{width}.{prec}f}] [{name:{'*'}^{width}}] [{n!s:>{width}}] [{pi:{'.1f'}}] {'x' 'y'} {n:d}{n:>5}")
print(f"{(y := n + 1)} {y} {n:=+5} {1, 2} {*[1, 2],} {not n} {n and 'yes'} {'%d%%' % 5} {{}}.format {f'{{}}'}")


class V:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "V!"

    def __str__(self):
        return "v"


v = V()
print(f"{v} {v:abc} {v!r} {v!s:>3} {v!r:{width}}| {v:{n}:{name}} {v=} {v=:x}")
print(rf"\d{n}\n", f"\N{BULLET} {n}" f" joined {name}" " plain {n}", f"", f"{''}", f"{None} {True} {...} {1e3} {b'x'} {print}"[:20])
date = {"year": 2024}
print(f"{date['year']:04d}-{1:02d}", "{}-{a}-{0}".format(1, 2, a=3) if False else "{0}-{a}-{1}".format(1, 2, a=3), "{0[k][1]} {1.real} {2!r:>4}".format(items, 5, "q"), "%(a)5.1f|%-5s|%05d" % {"a": 1} if False else "%5.1f|%-5s|%05d" % (1, "a", 42))
for job in (lambda: f"{name:d}", lambda: f"{n:.2d}", lambda: f"{[]:5}", lambda: f"{undefined}", lambda: "{}".format(), lambda: "{a}".format(), lambda: "{0} {}".format(1, 2), lambda: "{".format(), lambda: "}".format(), lambda: "{!x}".format(1), lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: "%q" % 1, lambda: "%d %d" % (1, 2, 3), lambda: "{0.x}".format(1)):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
