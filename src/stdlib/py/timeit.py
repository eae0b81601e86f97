"""How long statements take, in virtual time."""

import _machine
import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5
dummy_src_name = "<timeit-src>"


def _indented(text):
    return text.replace("\n", "\n    ")


def _lines(text, what):
    """A statement as lines of a function's body, or a call of the function given instead of one."""
    if isinstance(text, str):
        return _indented(text)
    if callable(text):
        return "_" + what + "()"
    raise ValueError(what + " is neither a string nor callable")


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {"__name__": "timeit"} if globals is None else globals
        head = "def inner(_it, _timer, _setup, _stmt):\n    " + _lines(setup, "setup")
        loop = "    _t0 = _timer()\n    for _i in _it:\n        " + _indented(_lines(stmt, "stmt"))
        self.src = head + "\n" + loop + "\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n"
        local = dict(names)
        _machine.run_text(self.src, dummy_src_name, local)
        self._stmt, self._setup = stmt, setup
        self.inner = local["inner"]

    def timeit(self, number=default_number):
        return self.inner(range(number), self.timer, self._setup, self._stmt)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in (1, 2, 5):
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        import traceback

        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
