# What the collector follows.
import gc


class A:
    pass


class S:
    __slots__ = ()


for o in (0, "a", b"", 1.5, None, True, ..., [], {}, {"a": 1}, {"a": []}, (), ([],), A(), A, len, print, range(3), set(), frozenset()):
    print(type(o).__name__, gc.is_tracked(o))
print(gc.isenabled(), gc.get_threshold(), gc.get_debug())
gc.disable()
print(gc.isenabled())
gc.enable()
gc.set_threshold(500, 5, 5)
print(gc.isenabled(), gc.get_threshold(), type(gc.collect()).__name__, gc.garbage, gc.callbacks)
