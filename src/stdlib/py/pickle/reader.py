# Reading pickles.

_NEW_MODULES = {old: new for new, old in _OLD_MODULES.items()}
_NEW_NAMES = {(module, old): new for (module, new), old in _OLD_NAMES.items()}




class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._file = file
        self._fix, self._encoding, self._errors = fix_imports, encoding, errors
        self.memo = {}

    def load(self):
        self._frame, self._at = b"", 0
        self.proto = 0
        stack, marks = [], []
        self._stack, self._marks = stack, marks
        if isinstance(self._file, bytes):
            self._frame, self._file = self._file, None
        while True:
            code = self._read(1, True)
            step = _STEPS.get(code)
            if step is None:
                shown = repr(code)[2:-1] if 32 <= code[0] < 127 else f"\\x{code[0]:02x}"
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            if code == b".":
                if not stack:
                    raise UnpicklingError("unpickling stack underflow")
                return stack.pop()
            try:
                step(self, stack)
            except IndexError:
                raise UnpicklingError("unpickling stack underflow") from None

    def _read(self, n, first=False):
        data = self._frame[self._at:self._at + n]
        self._at += len(data)
        if len(data) < n and self._file is not None:
            data += self._file.read(n - len(data))
        if len(data) < n:
            if first:
                raise EOFError("Ran out of input")
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        out = b""
        while (c := self._read(1)) != b"\n":
            if not c:
                raise UnpicklingError("pickle data was truncated")
            out += c
        return out

    def _number(self, n):
        return int.from_bytes(self._read(n), "little")

    def _marked(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        at = self._marks.pop()
        items = self._stack[at:]
        del self._stack[at:]
        return items

    def find_class(self, module, name):
        if self.proto < 3 and self._fix:
            module = _NEW_MODULES.get(module, "builtins" if module == "exceptions" else module)
            name = _NEW_NAMES.get((module, name), name)
        return _find(module, name)

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")


def _raw(text):
    out, *rest = text.split("\\u")
    for part in rest:
        out += chr(int(part[:4], 16)) + part[4:]
    out, *rest = out.split("\\U")
    for part in rest:
        out += chr(int(part[:8], 16)) + part[8:]
    return out


def _pushes(make):
    return lambda u, stack: stack.append(make(u))


def _frame(u, stack):
    u._number(8)


def _dict(items):
    return dict(zip(items[::2], items[1::2]))


def _reduce_step(u, stack):
    args = stack.pop()
    stack[-1] = stack[-1](*args)


def _new_step(u, stack):
    args = stack.pop()
    stack[-1] = stack[-1].__new__(stack[-1], *args)


def _new_ex_step(u, stack):
    keywords, args = stack.pop(), stack.pop()
    stack[-1] = stack[-1].__new__(stack[-1], *args, **keywords)


def _build_step(u, stack):
    state = stack.pop()
    _build(stack[-1], state)


def _append_step(u, stack):
    value = stack.pop()
    stack[-1].append(value)


def _appends_step(u, stack):
    items = u._marked()
    if isinstance(stack[-1], list):
        stack[-1].extend(items)
    else:
        for x in items:
            stack[-1].append(x)


def _setitem_step(u, stack):
    value, key = stack.pop(), stack.pop()
    stack[-1][key] = value


def _setitems_step(u, stack):
    items = u._marked()
    into = stack[-1]
    for i in range(0, len(items), 2):
        into[items[i]] = items[i + 1]


def _additems_step(u, stack):
    items = u._marked()
    stack[-1].update(items) if isinstance(stack[-1], set) else [stack[-1].add(x) for x in items]


def _top(n):
    def step(u, stack):
        items = tuple(stack[-n:])
        del stack[-n:]
        stack.append(items)

    return step


def _put(at):
    def step(u, stack):
        u.memo[at(u)] = stack[-1]

    return step


def _get(at):
    def step(u, stack):
        n = at(u)
        if n not in u.memo:
            raise UnpicklingError(f"Memo value not found at index {n}")
        stack.append(u.memo[n])

    return step


def _mark_step(u, stack):
    u._marks.append(len(stack))


def _pop_step(u, stack):
    if u._marks and u._marks[-1] == len(stack):
        u._marks.pop()
    else:
        stack.pop()


def _proto_step(u, stack):
    u.proto = u._read(1)[0]
    if u.proto > HIGHEST_PROTOCOL:
        raise ValueError(f"unsupported pickle protocol: {u.proto}")


def _text_int(u):
    line = u._line()
    return False if line == b"00" else True if line == b"01" else int(line)


def _stack_global(u, stack):
    name, module = stack.pop(), stack.pop()
    stack.append(u.find_class(module, name))


def _old_string(u, data):
    return data if u._encoding == "bytes" else data.decode(u._encoding, u._errors)


def _quoted(u):
    import ast

    return _old_string(u, ast.literal_eval("b" + u._line().decode()))


def _instance(u, stack):
    module, name = u._line().decode(), u._line().decode()
    args = u._marked()
    stack.append(u.find_class(module, name)(*args))


def _object(u, stack):
    cls, *args = u._marked()
    stack.append(cls(*args))


def _signed(u, n):
    return int.from_bytes(u._read(n), "little", signed=True)


_STEPS = {
    b".": None, b"\x80": _proto_step, b"\x95": _frame, b"(": _mark_step, b"0": _pop_step,
    b"1": lambda u, stack: u._marked() and None, b"2": lambda u, stack: stack.append(stack[-1]),
    b"N": _pushes(lambda u: None), b"\x88": _pushes(lambda u: True), b"\x89": _pushes(lambda u: False),
    b"I": _pushes(_text_int), b"L": _pushes(lambda u: int(u._line().rstrip(b"L"))), b"J": _pushes(lambda u: _signed(u, 4)),
    b"K": _pushes(lambda u: u._number(1)), b"M": _pushes(lambda u: u._number(2)),
    b"\x8a": _pushes(lambda u: _signed(u, u._number(1))), b"\x8b": _pushes(lambda u: _signed(u, u._number(4))),
    b"F": _pushes(lambda u: float(u._line())), b"G": _pushes(lambda u: _struct.unpack(">d", u._read(8))[0]),
    b"V": _pushes(lambda u: _raw(u._line().decode("latin-1"))),
    b"X": _pushes(lambda u: u._read(u._number(4)).decode("utf-8", "surrogatepass")),
    b"\x8c": _pushes(lambda u: u._read(u._number(1)).decode("utf-8", "surrogatepass")),
    b"\x8d": _pushes(lambda u: u._read(u._number(8)).decode("utf-8", "surrogatepass")),
    b"B": _pushes(lambda u: u._read(u._number(4))), b"C": _pushes(lambda u: u._read(u._number(1))),
    b"\x8e": _pushes(lambda u: u._read(u._number(8))), b"\x96": _pushes(lambda u: bytearray(u._read(u._number(8)))),
    b"S": _pushes(_quoted), b"T": _pushes(lambda u: _old_string(u, u._read(u._number(4)))),
    b"U": _pushes(lambda u: _old_string(u, u._read(u._number(1)))),
    b")": _pushes(lambda u: ()), b"]": _pushes(lambda u: []), b"}": _pushes(lambda u: {}), b"\x8f": _pushes(lambda u: set()),
    b"t": _pushes(lambda u: tuple(u._marked())), b"l": _pushes(lambda u: u._marked()), b"d": _pushes(lambda u: _dict(u._marked())),
    b"\x91": _pushes(lambda u: frozenset(u._marked())), b"\x85": _top(1), b"\x86": _top(2), b"\x87": _top(3),
    b"a": _append_step, b"e": _appends_step, b"s": _setitem_step, b"u": _setitems_step, b"\x90": _additems_step,
    b"c": _pushes(lambda u: u.find_class(u._line().decode(), u._line().decode())), b"\x93": _stack_global, b"R": _reduce_step,
    b"\x81": _new_step, b"\x92": _new_ex_step, b"b": _build_step, b"i": _instance, b"o": _object,
    b"p": _put(lambda u: int(u._line())), b"q": _put(lambda u: u._number(1)), b"r": _put(lambda u: u._number(4)),
    b"\x94": _put(lambda u: len(u.memo)), b"g": _get(lambda u: int(u._line())), b"h": _get(lambda u: u._number(1)),
    b"j": _get(lambda u: u._number(4)), b"P": _pushes(lambda u: u.persistent_load(u._line().decode())),
    b"Q": lambda u, stack: stack.append(u.persistent_load(stack.pop())),
}
_STEPS[b"."] = _STEPS[b"("]


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(bytes(data), fix_imports=fix_imports, encoding=encoding, errors=errors).load()


_Pickler, _Unpickler = Pickler, Unpickler
