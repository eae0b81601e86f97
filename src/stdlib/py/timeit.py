"""How long statements take, in virtual time."""

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5
_globals = globals


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._names = dict(_globals() if globals is None else globals)
        self.stmt = self._callable(stmt)
        self.setup = self._callable(setup)

    def _callable(self, text):
        if callable(text):
            return text
        if text == "pass":
            return None
        if not isinstance(text, str):
            raise ValueError("stmt is neither a string nor callable")
        names = self._names
        code = compile(text, "<timeit-src>", "exec")
        return lambda: exec(code, names)

    def timeit(self, number=default_number):
        if self.setup is not None:
            self.setup()
        stmt = self.stmt
        start = self.timer()
        if stmt is None:
            for _ in range(number):
                pass
        else:
            for _ in range(number):
                stmt()
        return self.timer() - start

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
