"""A helper."""
print("helper runs as", __name__)
CONSTANT = 42
counter = 0
_hidden = 1
public = "public"
def greet(name):
    return f"hello {name}"
