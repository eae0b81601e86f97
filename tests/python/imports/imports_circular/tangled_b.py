from tangled_a import a
b = 2
