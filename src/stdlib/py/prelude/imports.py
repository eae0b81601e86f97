# ---- imports


def _import(name, level, space, whole):
    if level:
        package = _get_name(space, "__package__")
        if not package:
            raise ImportError("attempted relative import with no known parent package")
        for _ in range(level - 1):
            if "." not in package:
                raise ImportError("attempted relative import beyond top-level package")
            package = package.rpartition(".")[0]
        name = f"{package}.{name}" if name else package
        whole = True
    module = _import_module(name)
    if whole:
        return module
    return _modules[name.partition(".")[0]]


# Modules whose bodies run: what is missing in them may be still to come.
_importing = []
_HOME = "/home/user"


def _import_module(name):
    module = _get_name(_modules, name)
    if module is not None:
        return module
    if name in _modules:
        exc = ModuleNotFoundError(f"import of {name} halted; None in sys.modules")
        exc.name = name
        raise exc
    parent, _, last = name.rpartition(".")
    above = None
    if parent:
        above = _import_module(parent)
        module = _get_name(_modules, name)
        if module is not None:
            return module
    own = hasattr(above, "__path__") if above is not None else _is_own(name)
    try:
        if not (own and _load_own(name, last, above)):
            _load_module(name)
            if not own and above is None and _get_name(_modules, name) is None:
                _load_own(name, last, above)
    except BaseException:
        _delete_name(_modules, name)
        raise
    module = _get_name(_modules, name)
    if module is None:
        raise _no_module(name, parent, above)
    if above is not None:
        setattr(above, last, module)
    return module


def _read_own(path):
    """The text of a file, or None."""
    call = _import_module("_files").call
    fd = call("open", path)
    if fd < 0:
        return None
    data = b""
    while True:
        piece = call("read", fd, "", 1 << 20)
        if not isinstance(piece, bytes) or not piece:
            break
        data += piece
    call("close", fd)
    if piece != b"":
        return None
    return data.decode("utf-8-sig" if data[:3] == b"\xef\xbb\xbf" else "utf-8")


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = origin is not None

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition(".")[0]

    def __repr__(self):
        where = "" if self.origin is None else f", origin={self.origin!r}"
        inside = self.submodule_search_locations
        within = "" if inside is None else f", submodule_search_locations={inside}"
        return f"ModuleSpec(name={self.name!r}, loader={self.loader!r}{where}{within})"


def _find_own(last, above):
    """Where a module of the program is: path, text and whether it is a package; the text of a mere folder is None."""
    if above is None:
        sys = _get_name(_modules, "sys")
        folders = [_HOME] if sys is None else sys.path
    else:
        folders = above.__path__
    call = _import_module("_files").call
    here = call("getcwd", "")
    spaces = []
    for folder in folders:
        if not isinstance(folder, str):
            folder = str(folder)
        if not folder.startswith("/"):
            folder = here + "/" + folder if folder else here
        base = folder.rstrip("/") + "/" + last
        for path in (base + "/__init__.py", base + ".py"):
            text = _read_own(path)
            if text is not None:
                return path, text, path is not base and path.endswith("/__init__.py")
        facts = call("stat", base, "", 1)
        if not isinstance(facts, int) and facts[0] & 0o170000 == 0o040000:
            spaces.append(base)
    return (spaces, None, True) if spaces else None


def _load_own(name, last, above):
    found = _find_own(last, above)
    if found is None:
        return False
    path, text, package = found
    module = _new_module(name, package)
    spec = ModuleSpec(name, None, origin=None if text is None else path, is_package=package)
    if package:
        inside = path if text is None else [path.rpartition("/")[0]]
        spec.submodule_search_locations = module.__path__ = inside
    module.__spec__ = spec
    module.__loader__ = None
    if text is None:
        return True
    module.__file__ = path
    module.__cached__ = None
    _importing.append(module)
    try:
        _run_file(name, text, path, module)
    finally:
        _importing.remove(module)
    return True


def _run_file(name, text, path, module):
    _run_own(name, text, path[len(_HOME) + 1:] if path.startswith(_HOME + "/") else path, module)


def _no_module(name, parent, above):
    if above is not None and not hasattr(above, "__path__") and getattr(above, "__package__", "") != parent:
        message = f"No module named '{name}'; '{parent}' is not a package"
    else:
        message = f"No module named '{name}'{_lacks(None, name)}"
    exc = ModuleNotFoundError(message)
    exc.name = name
    return exc


def _import_from(module, name):
    # A submodule that nobody imported yet, a module's __getattr__, or an error.
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    owner = getattr(module, "__name__", "<unknown module name>")
    full = f"{owner}.{name}"
    found = _get_name(_modules, full)
    if found is not None:
        return found
    if getattr(module, "__package__", None) == owner or hasattr(module, "__path__"):
        try:
            return _import_module(full)
        except ModuleNotFoundError as e:
            if e.name != full:
                raise
    where = getattr(module, "__file__", None)
    text = f"cannot import name {name!r} from "
    if where is None:
        text += f"{owner!r} (unknown location)"
    elif module in _importing:
        text += f"partially initialized module {owner!r} (most likely due to a circular import) ({where})"
    else:
        text += f"{owner!r} ({where})"
    exc = ImportError(text + _lacks(owner, name))
    exc.name = owner
    exc.path = where
    exc.name_from = name
    raise exc


def _module_lacks(module, name):
    """What an AttributeError says of a module of the program."""
    owner = module.__name__
    where = getattr(module, "__file__", None)
    if where in (f"{_HOME}/{owner}.py", f"{_HOME}/{owner}/__init__.py"):
        advice = "if it has the same name as a third-party module you intended to import"
        if _is_standard(owner):
            advice = (
                f"since it has the same name as the standard library module named {owner!r}"
                " and the import system gives it precedence"
            )
        return f"module {owner!r} has no attribute {name!r} (consider renaming {where!r} {advice})"
    if where is not None:
        return (
            f"partially initialized module {owner!r} from {where!r} has no attribute {name!r}"
            " (most likely due to a circular import)"
        )
    return f"partially initialized module {owner!r} has no attribute {name!r} (most likely due to a circular import)"


def _import_star(module, space):
    names = getattr(module, "__all__", None)
    if names is None:
        names = [n for n in module.__dict__ if not n.startswith("_")]
    for n in names:
        try:
            value = getattr(module, n)
        except AttributeError:
            if not hasattr(module, "__path__") or _find_own(n, module) is None:
                raise
            value = _import_module(module.__name__ + "." + n)
        _set_name(space, n, value)


def _display(value):
    if value is not None:
        _import_module("sys").displayhook(value)


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    if not isinstance(name, str):
        raise TypeError(f"__import__() argument 1 must be str, not {type(name).__name__}")
    if not name and not level:
        raise ValueError("Empty module name")
    module = _import(name, level, globals or {}, bool(fromlist))
    if hasattr(module, "__path__"):
        for n in fromlist or ():
            if n != "*" and not hasattr(module, n):
                try:
                    _import_module(module.__name__ + "." + n)
                except ModuleNotFoundError as e:
                    if e.name != module.__name__ + "." + n:
                        raise
    return module
