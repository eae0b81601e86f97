from . import half
print(half.x)
