def first():
    raise ValueError("first")


try:
    first()
except ValueError:
    print("handling")
    missing.attribute
