import half_a
print(half_a.x)
