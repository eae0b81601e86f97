"""Progress bars as text on standard error, by the virtual time."""

import sys as _sys
import time as _time

__all__ = ["tqdm", "trange", "tqdm_notebook", "tnrange"]


def _interval(seconds):
    minutes, s = divmod(int(seconds), 60)
    h, m = divmod(minutes, 60)
    return f"{h:d}:{m:02d}:{s:02d}" if h else f"{m:02d}:{s:02d}"


class tqdm:
    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit="it", unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0, gui=False, **kwargs):
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except TypeError:
                total = None
        self.iterable = iterable
        self.desc = desc + ": " if desc else ""
        self.total = total
        self.leave = leave
        self.fp = _sys.stderr if file is None else file
        self.disable = disable
        self.unit = unit
        self.ascii = ascii
        self.mininterval = mininterval
        self.ncols = ncols or 80
        self.n = self.initial = initial
        self.postfix = ""
        self.start_t = self.last_print_t = _time.time()
        self._closed = False
        if postfix:
            self.set_postfix(postfix, refresh=False)
        self.refresh()

    def __iter__(self):
        try:
            for obj in self.iterable:
                yield obj
                self.update(1)
        finally:
            self.close()

    def __len__(self):
        return self.total if self.iterable is None else len(self.iterable)

    def __bool__(self):
        return self.total > 0 if self.total is not None else True

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def update(self, n=1):
        self.n += n
        now = _time.time()
        if not self.disable and now - self.last_print_t >= self.mininterval:
            self.refresh()
            return True

    @property
    def format_dict(self):
        return {"n": self.n, "total": self.total, "elapsed": _time.time() - self.start_t, "unit": self.unit}

    def __str__(self):
        elapsed = _time.time() - self.start_t
        rate = (self.n - self.initial) / elapsed if elapsed > 0 else None
        if rate is None:
            speed = f"?{self.unit}/s"
        elif rate < 1 and rate > 0:
            speed = f"{1 / rate:5.2f}s/{self.unit}"
        else:
            speed = f"{rate:5.2f}{self.unit}/s"
        post = ", " + self.postfix if self.postfix else ""
        if not self.total:
            return f"{self.desc}{self.n}{self.unit} [{_interval(elapsed)}, {speed}{post}]"
        part = min(self.n / self.total, 1)
        left = _interval((self.total - self.n) / rate) if rate else "?"
        head = f"{self.desc}{part * 100:3.0f}%|"
        tail = f"| {self.n}/{self.total} [{_interval(elapsed)}<{left}, {speed}{post}]"
        width = max(1, self.ncols - len(head) - len(tail))
        marks = " 123456789#" if self.ascii else " ▏▎▍▌▋▊▉█"
        steps = len(marks) - 1
        full, rest = divmod(int(part * width * steps), steps)
        bar = marks[-1] * full + (marks[rest] if full < width else "")
        return head + bar.ljust(width) + tail

    def refresh(self, nolock=False, lock_args=None):
        if not self.disable:
            self.fp.write("\r" + str(self))
            self.last_print_t = _time.time()

    display = refresh

    def close(self):
        if self._closed or self.disable:
            return
        self._closed = True
        if self.leave:
            self.refresh()
            self.fp.write("\n")
        else:
            self.fp.write("\r" + " " * self.ncols + "\r")

    def clear(self, nolock=False):
        if not self.disable:
            self.fp.write("\r" + " " * self.ncols + "\r")

    def reset(self, total=None):
        self.n = 0
        self.start_t = _time.time()
        if total is not None:
            self.total = total
        self.refresh()

    def set_description(self, desc=None, refresh=True):
        self.desc = desc + ": " if desc else ""
        if refresh:
            self.refresh()

    set_description_str = set_description

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        values = {**(ordered_dict or {}), **kwargs}
        self.postfix = ", ".join(
            [f"{k}={v:.3g}" if isinstance(v, float) else f"{k}={v}" for k, v in values.items()])
        if refresh:
            self.refresh()

    def set_postfix_str(self, s="", refresh=True):
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        (file or _sys.stdout).write(str(s) + end)

    @classmethod
    def pandas(cls, *args, **kwargs):
        import _machine

        _machine.unsupported("tqdm.pandas() is not supported: there is no pandas")


def trange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)


tqdm_notebook = tqdm
tnrange = trange
