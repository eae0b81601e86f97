"""Progress bars as text, by the virtual time."""

import numbers as _numbers
import sys as _sys
import time as _time

__all__ = ["tqdm", "trange", "tqdm_notebook", "tnrange"]
_ASCII = " 123456789#"
_BLOCKS = " \u258f\u258e\u258d\u258c\u258b\u258a\u2589\u2588"


class _Bar:
    """How full a bar is; the width comes from the format."""

    def __init__(self, part, width, marks):
        self.part = max(0, min(part, 1))
        self.width, self.marks = width, marks
        self.asked = False

    def __format__(self, spec):
        self.asked = True
        marks = self.marks
        if spec[-1:] in ("a", "u", "b"):
            marks = {"a": _ASCII, "u": _BLOCKS, "b": "  "}[spec[-1]]
            spec = spec[:-1]
        width = int(spec) if spec else self.width
        if width < 0:
            width += self.width
        steps = len(marks) - 1
        full, rest = divmod(int(self.part * width * steps), steps)
        if full >= width:
            return marks[-1] * width
        return marks[-1] * full + marks[rest] + marks[0] * (width - full - 1)


class _Average:
    """An exponential moving average that forgets where it began."""

    def __init__(self, smoothing):
        self.alpha, self.last, self.calls = smoothing, 0, 0

    def __call__(self, x=None):
        beta = 1 - self.alpha
        if x is not None:
            self.last = self.alpha * x + beta * self.last
            self.calls += 1
        return self.last / (1 - beta**self.calls) if self.calls else self.last


class tqdm:
    monitor_interval = 10
    _open = []

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit="it", unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0, gui=False, **kwargs):
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except TypeError:
                total = None
        if total == float("inf"):
            total = None
        self.iterable, self.total, self.leave = iterable, total, leave
        self.desc = desc or ""
        self.fp = _sys.stderr if file is None else file
        self.disable = disable
        self.n = self.initial = initial
        self.pos = 0
        if kwargs:
            self.disable = True
            raise KeyError("Unknown argument(s): " + str(kwargs))
        if disable:
            return
        self.unit, self.unit_scale, self.unit_divisor = unit, unit_scale, unit_divisor
        self.ascii = False if ascii is None else ascii
        self.mininterval, self.maxinterval = mininterval or 0, maxinterval or 0
        self.dynamic_miniters = miniters is None
        self.miniters = 0 if miniters is None else miniters
        self.ncols = 80 if ncols is None and self.fp in (_sys.stderr, _sys.stdout) else ncols
        self.smoothing, self.delay, self.bar_format, self.colour = smoothing, delay, bar_format, colour
        self._rate_n, self._rate_t, self._calls = _Average(smoothing), _Average(smoothing), _Average(smoothing)
        self.postfix = None
        if postfix:
            self.set_postfix(postfix, refresh=False)
        taken = [b.pos for b in tqdm._open]
        self.pos = next(i for i in range(len(taken) + 1) if i not in taken) if position is None else position
        tqdm._open.append(self)
        self._shown = 0
        self.last_print_n = initial
        self.start_t = self.last_print_t = _time.time()
        if delay <= 0:
            self.refresh()
        self.start_t = self.last_print_t = _time.time()

    def __iter__(self):
        if self.disable:
            yield from self.iterable
            return
        try:
            for obj in self.iterable:
                yield obj
                self.update(1)
        finally:
            self.close()

    def __len__(self):
        if self.iterable is None:
            return self.total
        return len(self.iterable) if hasattr(self.iterable, "__len__") else getattr(self, "total", None)

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError("bool() undefined when iterable == total == None")
        return bool(self.iterable)

    def __contains__(self, item):
        return item in (self.iterable if hasattr(self.iterable, "__contains__") else iter(self))

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def update(self, n=1):
        if self.disable:
            return None
        if n < 0:
            self.last_print_n += n
        self.n += n
        if self.n - self.last_print_n < self.miniters:
            return None
        now = _time.time()
        took = now - self.last_print_t
        if took < self.mininterval or now < self.start_t + self.delay:
            return None
        made = self.n - self.last_print_n
        if self.smoothing and took and made:
            self._rate_n(made)
            self._rate_t(took)
        self.refresh()
        if self.dynamic_miniters:
            if self.maxinterval and took >= self.maxinterval:
                self.miniters = made * (self.mininterval or self.maxinterval) / took
            elif self.smoothing:
                self.miniters = self.smoothing * made * (self.mininterval / took if self.mininterval and took else 1) + (
                    1 - self.smoothing) * self.miniters
            else:
                self.miniters = max(self.miniters, made)
        self.last_print_n, self.last_print_t = self.n, now
        return True

    @staticmethod
    def format_sizeof(num, suffix="", divisor=1000):
        for unit in ("", "k", "M", "G", "T", "P", "E", "Z"):
            if abs(num) < 999.5:
                form = "1.2f" if abs(num) < 9.995 else "2.1f" if abs(num) < 99.95 else "3.0f"
                return format(num, form) + unit + suffix
            num /= divisor
        return f"{num:3.1f}Y{suffix}"

    @staticmethod
    def format_interval(t):
        minutes, s = divmod(int(t), 60)
        h, m = divmod(minutes, 60)
        return f"{h:d}:{m:02d}:{s:02d}" if h else f"{m:02d}:{s:02d}"

    @staticmethod
    def format_num(n):
        short = f"{n:.3g}".replace("e+0", "e+").replace("e-0", "e-")
        return short if len(short) < len(str(n)) else str(n)

    @staticmethod
    def format_meter(n, total, elapsed, ncols=None, prefix="", ascii=False, unit="it", unit_scale=False, rate=None,
                     bar_format=None, postfix=None, unit_divisor=1000, initial=0, colour=None, **extra):
        if total and n >= total + 0.5:
            total = None
        if unit_scale and unit_scale not in (True, 1):
            n *= unit_scale
            total = total and total * unit_scale
            rate = rate and rate * unit_scale
            unit_scale = False
        if rate is None and elapsed:
            rate = (n - initial) / elapsed
        inverse = 1 / rate if rate else None
        size = tqdm.format_sizeof

        def speed(value):
            return "?" if not value else size(value, divisor=unit_divisor) if unit_scale else f"{value:5.2f}"

        plain, turned = speed(rate) + unit + "/s", speed(inverse) + "s/" + unit
        rate_fmt = turned if inverse and inverse > 1 else plain
        n_fmt = size(n, divisor=unit_divisor) if unit_scale else str(n)
        total_fmt = "?" if total is None else size(total, divisor=unit_divisor) if unit_scale else str(total)
        postfix = f", {postfix}" if postfix else ""
        remaining = (total - n) / rate if rate and total else 0
        took, left = tqdm.format_interval(elapsed), tqdm.format_interval(remaining) if rate else "?"
        head = prefix if not prefix or prefix[-2:] == ": " else prefix + ": "
        r_bar = f"| {n_fmt}/{total_fmt} [{took}<{left}, {rate_fmt}{postfix}]"
        part = n / total if total else 0
        if not total and not bar_format:
            return f"{head}{n_fmt}{unit} [{took}, {rate_fmt}{postfix}]"
        l_bar = head + (f"{part * 100:3.0f}%|" if total else "|")
        if ncols == 0 and not bar_format:
            return l_bar[:-1] + r_bar[1:]
        form = bar_format or "{l_bar}{bar}{r_bar}"
        names = dict(
            n=n, n_fmt=n_fmt, total=total, total_fmt=total_fmt, elapsed=took, elapsed_s=elapsed, ncols=ncols, desc=prefix or "",
            unit=unit, rate=inverse if inverse and inverse > 1 else rate, rate_fmt=rate_fmt, rate_noinv=rate, rate_noinv_fmt=plain,
            rate_inv=inverse, rate_inv_fmt=turned, postfix=postfix, unit_divisor=unit_divisor, colour=colour, remaining=left,
            remaining_s=remaining, l_bar=l_bar, r_bar=r_bar, percentage=part * 100, prefix=prefix, **extra)
        marks = "  " if not total else ascii if isinstance(ascii, str) else _ASCII if ascii else _BLOCKS
        empty = _Bar(part, 0, marks)
        empty.width = 0
        without = form.replace("{bar}", "\0").format(bar=empty, **names)
        if "\0" not in without:
            return without
        width = max(1, ncols - len(without) + 1) if ncols else 10
        return without.replace("\0", format(_Bar(part, width, marks)))

    @property
    def format_dict(self):
        if self.disable and not hasattr(self, "unit"):
            return {"n": self.n, "total": self.total, "elapsed": 0, "unit": "it"}
        took = self._rate_t()
        return dict(
            n=self.n, total=self.total, elapsed=_time.time() - self.start_t, ncols=self.ncols, prefix=self.desc, ascii=self.ascii,
            unit=self.unit, unit_scale=self.unit_scale, rate=self._rate_n() / took if took else None, bar_format=self.bar_format,
            postfix=self.postfix, unit_divisor=self.unit_divisor, initial=self.initial, colour=self.colour)

    def __str__(self):
        return self.format_meter(**self.format_dict)

    __repr__ = __str__

    def _move(self, lines):
        self.fp.write("\n" * lines + "\x1b[A" * -lines)

    def display(self, msg=None, pos=None):
        pos = self.pos if pos is None else pos
        text = str(self) if msg is None else msg
        if pos:
            self._move(pos)
        self.fp.write("\r" + text + " " * max(self._shown - len(text), 0))
        self._shown = len(text)
        if pos:
            self._move(-pos)

    def refresh(self, nolock=False, lock_args=None):
        if not self.disable:
            self.display()
        return True

    def close(self):
        if self.disable:
            return
        self.disable = True
        leave = self.pos == 0 if self.leave is None else self.leave
        if self in tqdm._open:
            tqdm._open.remove(self)
        if self.last_print_t < self.start_t + self.delay:
            return
        if leave:
            self._rate_t = lambda: None
            self.display(pos=0)
            self.fp.write("\n")
        else:
            self.display(msg="")
            if not self.pos:
                self.fp.write("\r")

    def clear(self, nolock=False):
        if not self.disable:
            self._move(self.pos)
            self.fp.write("\r" + " " * self._shown + "\r")
            self._shown = 0
            self._move(-self.pos)

    def reset(self, total=None):
        self.n = 0
        if total is not None:
            self.total = total
        if not self.disable:
            self.last_print_n = 0
            self.last_print_t = self.start_t = _time.time()
            self._rate_n, self._rate_t = _Average(self.smoothing), _Average(self.smoothing)
            self.refresh()

    def unpause(self):
        if not self.disable:
            now = _time.time()
            self.start_t += now - self.last_print_t
            self.last_print_t = now

    def set_description(self, desc=None, refresh=True):
        self.set_description_str(desc + ": " if desc else "", refresh)

    def set_description_str(self, desc=None, refresh=True):
        self.desc = desc or ""
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        values = dict(ordered_dict or {})
        for k in sorted(kwargs):
            values[k] = kwargs[k]
        shown = [f"{k}={(self.format_num(v) if isinstance(v, _numbers.Number) else str(v)).strip()}" for k, v in values.items()]
        self.set_postfix_str(", ".join(shown), refresh)

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        fp = _sys.stdout if file is None else file
        screen = (_sys.stdout, _sys.stderr)
        bars = [b for b in tqdm._open if b.fp is fp or fp in screen and b.fp in screen]
        for b in bars:
            b.clear()
        fp.write(str(s) + end)
        for b in bars:
            b.refresh()

    @classmethod
    def get_lock(cls):
        import threading

        if not hasattr(tqdm, "_lock"):
            tqdm._lock = threading.RLock()
        return tqdm._lock

    @classmethod
    def set_lock(cls, lock):
        tqdm._lock = lock

    @classmethod
    def pandas(cls, *args, **kwargs):
        import _machine

        _machine.unsupported("tqdm.pandas() is not supported: there is no pandas")


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
tnrange = trange
