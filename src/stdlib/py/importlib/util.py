"""Finding modules, and making them of specs."""

import _own_modules
import sys
import types

from importlib.machinery import ModuleSpec, SourceFileLoader


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    level = len(name) - len(name.lstrip("."))
    parts = package.split(".")
    return ".".join(parts[:len(parts) - level + 1]) + ("." + name[level:] if name[level:] else "")


def find_spec(name, package=None):
    name = resolve_name(name, package)
    module = sys.modules.get(name)
    spec = getattr(module, "__spec__", None)
    if spec is not None and spec.loader is not None:
        return spec
    parent, _, last = name.rpartition(".")
    above = None
    if parent:
        __import__(parent)
        above = sys.modules[parent]
    if above is None or hasattr(above, "__path__"):
        found = _own_modules.find(last, above)
        if found is not None:
            path, text, package = found
            spec = ModuleSpec(name, SourceFileLoader(name, path), origin=path, is_package=package)
            if package:
                spec.submodule_search_locations = path if text is None else [path.rpartition("/")[0]]
            return spec
    if module is not None or _own_modules.in_library(name):
        return ModuleSpec(name, None, origin="built-in")
    return None


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    import os

    location = os.path.abspath(os.fspath(location))
    spec = ModuleSpec(name, loader or SourceFileLoader(name, location), origin=location)
    spec.submodule_search_locations = submodule_search_locations
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    module = types.ModuleType(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.origin is not None:
        module.__file__ = spec.origin
    return module
