class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def plain():
    x = Noisy("local")
    print("working with", x.name)


def giving():
    x = Noisy("kept")
    y = Noisy("dropped")
    return x


def raising():
    x = Noisy("raised")
    raise ValueError("oops")


plain()
print("after plain")
kept = giving()
print("after giving", kept.name)
try:
    raising()
except ValueError as error:
    print("caught", error)
print("after except")
kept = None
print("end")
