from tangled_b import b
a = 1
