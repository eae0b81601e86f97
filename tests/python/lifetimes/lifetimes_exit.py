import atexit


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


first = Noisy("first")
second = Noisy("second")
inside = [Noisy("in list")]
atexit.register(print, "atexit")
print("end of main")
