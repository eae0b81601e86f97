import half_b
x = 1
