# type.__new__ called by name does all that a class statement does.
class Base:
    def __init_subclass__(cls, flag=None, **rest):
        print("init_subclass", cls.__name__, flag)
        super().__init_subclass__(**rest)


class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name


class Meta(type):
    def __new__(mcls, name, bases, space, **options):
        print("new", name, options)
        made = super().__new__(mcls, name, bases, space, **options)
        made.made_by = mcls.__name__
        return made

    def __init__(cls, name, bases, space, **options):
        super().__init__(name, bases, space)
        print("init", name)

    def __call__(cls, *args):
        print("call", cls.__name__)
        return super().__call__(*args)


class Model(Base, metaclass=Meta, flag=1):
    id = Field()


class Row(Model):
    value = Field()


print(Row().value.name, Row.made_by, type(Row))
Dynamic = Meta("Dynamic", (Model,), {"x": Field()}, flag=2)
print(Dynamic.x.name)
Direct = type.__new__(Meta, "Direct", (Base,), {"__module__": __name__, "y": Field()})
print(Direct, type(Direct), hasattr(Direct, "made_by"))


class Plain(type):
    def __new__(mcls, name, bases, space):
        return type.__new__(mcls, name, bases, {**space, "extra": 1})


class User(Base, metaclass=Plain):
    f = Field()


print(User.extra)
try:
    class Refused(metaclass=Meta, unknown=3):
        pass
except TypeError as e:
    print(e)
