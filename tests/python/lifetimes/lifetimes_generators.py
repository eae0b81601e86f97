def numbers():
    try:
        yield 1
        yield 2
        yield 3
    finally:
        print("cleaned up")


for n in numbers():
    print(n)
    break
print("after break")
g = numbers()
print(next(g))
del g
print("after del")
g = numbers()
next(g)
g = None
print("after None")


def uses():
    h = numbers()
    next(h)
    print("leaving")


uses()
print("left")
h = numbers()
print(next(h))
h.close()
print("closed")
next(numbers())
print("end")
