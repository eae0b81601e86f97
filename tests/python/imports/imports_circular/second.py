import first
print("in second, first has value:", hasattr(first, "value"))
base = 5
def back():
    return first.value * base
