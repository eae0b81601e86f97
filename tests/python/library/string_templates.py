# Templates: what is put in, what is left, and delimiters of one's own.
from string import Template

t = Template("$who likes ${what}s, costs $$5, $missing")
print(t.safe_substitute(who="Tim", what="kung pao"))
try:
    t.substitute(who="Tim", what="x")
except KeyError as e:
    print("KeyError", e)
print(Template("$a $b").substitute({"a": 1}, b=2), Template("$a").substitute({"a": 1}, a=2), Template("$a").safe_substitute(a=None))
for bad in ("100$", "$ x", "a\n$1", "${", "${a"):
    try:
        print(Template(bad).substitute(a=1))
    except ValueError as e:
        print(e, "|", Template(bad).safe_substitute(a=1))
print(t.get_identifiers(), t.is_valid(), Template("$").is_valid(), t.template)


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%not %with_under %%").safe_substitute(with_under="yes", **{"not": "no"}))


class Braces(Template):
    pattern = r"""
    \{\{(?:
    (?P<escaped>\{\{)|
    (?P<named>[_a-z][_a-z0-9]*)\}\}|
    (?P<braced>[_a-z][_a-z0-9]*)\}\}|
    (?P<invalid>)
    )
    """


print(Braces("{{{{ {{var}}").safe_substitute(var="replacement"), Template("$Ab $_x").substitute(Ab=1, _x=2))
