z = complex(1, 2)
print(z, z * 2j, abs(3 + 4j), z.real, z.conjugate(), z == 1 + 2j)
