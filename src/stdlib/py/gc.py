"""The collector. It runs at counted points here, and when asked."""

import _machine
import _weak

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage = []
callbacks = []
_enabled = True
_threshold = (2000, 10, 10)


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    return _weak.collect()


def get_count():
    return (0, 0, 0)


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]


def get_debug():
    return 0


def set_debug(flags, /):
    pass


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def is_tracked(obj, /):
    if isinstance(obj, (int, float, complex, str, bytes, bytearray, range, type(None))) or obj is ... or obj is NotImplemented:
        return False
    if type(obj) in (tuple, dict):
        parts = obj if type(obj) is tuple else [*obj, *obj.values()]
        return any([is_tracked(x) for x in parts if type(x) is not dict or obj is not x])
    return True


def is_finalized(obj, /):
    return False


def get_objects(generation=None):
    """What modules and the calling functions lead to."""
    import _frame
    import sys

    todo = [m.__dict__ for m in list(sys.modules.values())]
    depth = 1
    while (frame := _frame.current(depth)) is not None:
        todo.append(dict(frame.f_locals))
        depth += 1
    seen = {}
    while todo:
        obj = todo.pop()
        if id(obj) not in seen and is_tracked(obj):
            seen[id(obj)] = obj
            todo += get_referents(obj)
    return list(seen.values())


def get_referrers(*objs):
    wanted = {id(o) for o in objs}
    return [o for o in get_objects() if not wanted.isdisjoint([id(r) for r in get_referents(o)])]


_PARTS = {
    "function": ("__code__", "__globals__", "__name__", "__defaults__", "__kwdefaults__", "__doc__", "__closure__",
                 "__qualname__", "__dict__"),
    "method": ("__self__", "__func__"), "builtin_function_or_method": ("__self__",), "module": ("__dict__",), "cell": ("cell_contents",), "property": ("fget", "fset", "fdel"),
    "staticmethod": ("__func__",), "classmethod": ("__func__",),
}


def get_referents(*objs):
    out = []
    for obj in objs:
        kind = type(obj)
        if isinstance(obj, dict):
            for k, v in obj.items():
                out += [k, v]
        elif isinstance(obj, (list, tuple, set, frozenset)):
            out.extend(obj)
        elif kind.__module__ != "builtins" and not isinstance(obj, type):
            out.extend(getattr(obj, "__dict__", {}).values())
            for cls in kind.__mro__:
                slots = cls.__dict__.get("__slots__", ())
                for name in (slots,) if isinstance(slots, str) else slots:
                    if hasattr(obj, name):
                        out.append(getattr(obj, name))
            out.append(kind)
        elif isinstance(obj, type):
            out += [dict(obj.__dict__), obj.__mro__, obj.__bases__, obj.__base__]
        elif kind.__name__ in _PARTS:
            out += [getattr(obj, name, None) for name in _PARTS[kind.__name__]]
    return out
