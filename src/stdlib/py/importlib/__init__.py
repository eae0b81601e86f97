"""Importing by name."""

import sys

__import__ = __import__


def import_module(name, package=None):
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        parts = package.split(".")
        if level > len(parts):
            raise ImportError("attempted relative import beyond top-level package")
        name = ".".join(parts[:len(parts) - level + 1]) + ("." + name[level:] if name[level:] else "")
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    pass


def reload(module):
    name = getattr(module, "__name__", None)
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules")
    from importlib.util import find_spec

    spec = getattr(module, "__spec__", None)
    if spec is None or spec.origin is None:
        return module
    spec = find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}")
    module.__spec__ = spec
    spec.loader.exec_module(module)
    return sys.modules[name]
