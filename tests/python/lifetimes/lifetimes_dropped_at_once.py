class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


print(Thing("the one for its name").name)
print("after the attribute")
things = [Thing("first"), Thing("second"), Thing("third")]
things.clear()
print("list cleared")
named = {"a": Thing("a's value"), "b": Thing("b's value")}
named.clear()
print("dict cleared")
things = [Thing(i) for i in "wxyz"]
del things[1:3]
print("slice deleted")
things[:] = []
print("slice emptied")


class Holder:
    kept = Thing("of the class")


Holder.kept = None
print("class attribute replaced")
Holder.kept = Thing("of the class again")
del Holder.kept
print("class attribute deleted")


def work():
    a, b = Thing("local a"), Thing("local b")
    return a.name + b.name


print(work())
