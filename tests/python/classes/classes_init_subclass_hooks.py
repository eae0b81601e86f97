# __init_subclass__ and __class_getitem__, registries, cooperative keywords, __set_name__ before them.
class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.label = name or cls.__name__.lower()
        Plugin.registry[cls.label] = cls


class Named:
    def __set_name__(self, owner, name):
        print("set_name", name, "on", owner.__name__, hasattr(owner, "label"))


class Json(Plugin, name="json"):
    field = Named()


class Xml(Plugin):
    pass


class Special(Json, name="special"):
    pass


print({k: v.__name__ for k, v in Plugin.registry.items()}, Special.__mro__[1].__name__)
try:

    class Bad(Plugin, wrong=1):
        pass

except TypeError as e:
    print(e)
try:

    class Bad2(metaclass=type, nope=2):
        pass

except TypeError as e:
    print(e)


class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__} of {item}"


print(Box[int], Box["a", 1])
try:
    Plugin[int]
except TypeError as e:
    print(e)


class Mixin1:
    def __init_subclass__(cls, a=0, **kw):
        print("mixin1", cls.__name__, a)
        super().__init_subclass__(**kw)


class Mixin2:
    def __init_subclass__(cls, b=0, **kw):
        print("mixin2", cls.__name__, b)
        super().__init_subclass__(**kw)


class Both(Mixin1, Mixin2, a=1, b=2):
    pass


class Broken:
    class Failing:
        def __set_name__(self, owner, name):
            raise ValueError("no name for me")


try:

    class Uses:
        f = Broken.Failing()

except (RuntimeError, ValueError) as e:
    print(type(e).__name__, e, e.__notes__)
