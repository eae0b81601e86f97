class Animal:
    legs = 4

    def __init__(self, name):
        self.name = name

    def speak(self):
        return "..."

    def introduce(self):
        return f"{self.name} the {type(self).__name__.lower()} says {self.speak()}"


class Dog(Animal):
    def speak(self):
        return "woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + "!"


class Bird(Animal):
    legs = 2


for animal in [Animal("thing"), Dog("rex"), Puppy("bit", 1), Bird("tweety")]:
    print(animal.introduce(), animal.legs, isinstance(animal, Dog))
print(issubclass(Puppy, Animal), issubclass(Bird, (Dog, Animal)), Puppy.__bases__, [c.__name__ for c in Puppy.__mro__], Puppy.mro() == list(Puppy.__mro__))


class A:
    def go(self):
        return ["A"]


class B(A):
    def go(self):
        return ["B"] + super().go()


class C(A):
    def go(self):
        return ["C"] + super().go()


class D(B, C):
    def go(self):
        return ["D"] + super().go()


print(D().go(), [c.__name__ for c in D.__mro__])
try:
    class Wrong(A, B):
        pass
except TypeError as error:
    print(str(error).splitlines()[0])


class Mixin:
    def describe(self):
        return f"{self.__class__.__name__} with {self.value}"


class Number(Mixin, int):
    value = property(lambda self: int(self))


n = Number(7)
print(n.describe(), n + 1, n * 2, type(n + 1).__name__, Number(3) == 3, isinstance(n, int))


class Stack(list):
    def push(self, item):
        self.append(item)

    def peek(self):
        return self[-1]


s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), s.pop(), isinstance(s, list), type(s).__name__)


class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter()
c["a"] += 1
c["a"] += 1
print(c, c["zzz"], "zzz" in c)


class Base:
    registry = []

    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.registry.append((cls.__name__, tag))


class One(Base, tag="first"):
    pass


class Two(Base):
    pass


print(Base.registry, [c.__name__ for c in Base.__subclasses__()])
try:
    object().x = 1
except AttributeError as error:
    print(error)
try:
    Animal()
except TypeError as error:
    print(error)
try:
    Bird("a", "b")
except TypeError as error:
    print(error)
