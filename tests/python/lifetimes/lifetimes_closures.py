class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def counter():
    held = Noisy("held by a closure")
    count = 0

    def step():
        nonlocal count
        count += 1
        return held.name, count

    return step


step = counter()
print(step(), step())
del step
print("closure deleted")


def loop():
    for n in range(3):
        x = Noisy(f"loop {n}")
    print("after loop")


loop()
print("loop left")
values = [Noisy(f"item {n}") for n in range(2)]
values = [v.name for v in values]
print(values)
items = {n: Noisy(f"value {n}") for n in range(2)}
for key in list(items):
    items.pop(key)
    print("popped", key)
print((lambda: Noisy("lambda").name)())
print("end")
