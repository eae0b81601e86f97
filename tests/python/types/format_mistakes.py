# What `format` says of specifications that a type does not know, and what it makes of rare ones.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


SPECS = ",n _n ,x _x ,s _s ,d _c ,c ,b _e ,g , _ ,% +s #s zs zd .2d .2c =s +c #c ,_ _, ,, __ 10,n .3n . 08. é xx <<< 1.2.3 z # zn =5 05 =05s .3 q N \n \0 ,\0 _o _X z, #, _% 10, ,f _F _i ,.2 .2n .2,n .2_ *^12.2f >+10.1e <20 020 +.3G #.0f z.1f".split(" ")
for value in (5, -7.25, "text", 2.5 - 1j, True, -0.0 + 0j, 0.04j):
    for spec in SPECS:
        show(lambda: format(value, spec))

for a in (7, -7.5, 1j, "a", None, True, 2**70):
    for b in (2, 0, 0.0, 2.5, 1j, "a", False):
        show(lambda: divmod(a, b))
        show(lambda: getattr(a, "__divmod__", len)(b))
        show(lambda: getattr(a, "__rdivmod__", len)(b))

x = "it's"
print(f"{'a\n'=}", f"{'\x41' = }", f"{'\\n' = !s}", rf"{'\n' = }", f"{x + '\N{BULLET}' = :>12}", f'{x=!r:^10}', f"""{
    x
    = }""", sep="|")
