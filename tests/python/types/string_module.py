import string
from string import Template

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation, string.hexdigits)
print(string.capwords("hello big world"), len(string.printable), repr(string.whitespace))
print(Template("$name is ${age}").substitute(name="Ann", age=3), Template("$x $y").safe_substitute(x=1))
