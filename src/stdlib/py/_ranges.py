"""Ranges with bounds beyond 64 bits."""

from collections.abc import Sequence


class range(Sequence):
    def __init__(self, start, stop=None, step=1, /):
        if stop is None:
            start, stop = 0, start
        if step == 0:
            raise ValueError("range() arg 3 must not be zero")
        self.start, self.stop, self.step = start, stop, step
        self._count = max(0, (stop - start + step - (1 if step > 0 else -1)) // step)

    def __repr__(self):
        step = "" if self.step == 1 else f", {self.step}"
        return f"range({self.start}, {self.stop}{step})"

    def __len__(self):
        return self._count

    def __bool__(self):
        return self._count > 0

    def __iter__(self):
        return self._long_steps()

    def _long_steps(self):
        n, stop, step = self.start, self.stop, self.step
        while n < stop if step > 0 else n > stop:
            yield n
            n += step

    def __reversed__(self):
        return iter(self[::-1])

    def __getitem__(self, index):
        if isinstance(index, slice):
            step = 1 if index.step is None else index.step
            if step == 0:
                raise ValueError("slice step cannot be zero")
            low, high = (0, self._count) if step > 0 else (-1, self._count - 1)

            def bound(n, default):
                return default if n is None else max(low, n + self._count) if n < 0 else min(n, high)

            start = bound(index.start, low if step > 0 else high)
            stop = bound(index.stop, high if step > 0 else low)
            return range(self.start + start * self.step, self.start + stop * self.step, self.step * step)
        at = index + self._count if index < 0 else index
        if not 0 <= at < self._count:
            raise IndexError("range object index out of range")
        return self.start + at * self.step

    def __contains__(self, value):
        if not isinstance(value, int):
            return any(value == n for n in self)
        at, rest = divmod(value - self.start, self.step)
        return rest == 0 and 0 <= at < self._count

    def index(self, value):
        if value not in self:
            raise ValueError(f"{value!r} is not in range")
        return (value - self.start) // self.step

    def count(self, value):
        return int(value in self)

    def _key(self):
        return self._count, self._count and self.start, self._count > 1 and self.step

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, range) else NotImplemented

    def __hash__(self):
        return hash(self._key())


range.__module__ = "builtins"
