"""The console, plain."""

import re
import sys
import time

_TAG = re.compile(r"(\\?)\[(/?[a-z#@][^\[\]]*|/)\]")


def plain(text):
    return _TAG.sub(lambda m: m.group(0)[1:] if m.group(1) else "", text)


class Console:
    def __init__(self, *, file=None, width=None, stderr=False, **kwargs):
        self._file = file
        self._stderr = stderr
        self.width = width or 80
        self.height = 25
        self.is_terminal = False
        self._record = kwargs.get("record", False)
        self._text = []

    @property
    def file(self):
        return self._file or (sys.stderr if self._stderr else sys.stdout)

    def _show(self, obj, markup=True):
        lines = getattr(obj, "_plain_lines", None)
        if lines is not None:
            return "\n".join(lines(self.width))
        if isinstance(obj, str):
            return plain(obj) if markup else obj
        if isinstance(obj, (dict, list, tuple, set)):
            import pprint

            return pprint.pformat(obj, width=self.width, sort_dicts=False)
        return str(obj)

    def print(self, *objects, sep=" ", end="\n", style=None, justify=None, markup=None, highlight=None, **kwargs):
        text = sep.join([self._show(o, markup is not False) for o in objects])
        if justify == "center":
            text = "\n".join([line.center(self.width).rstrip() for line in text.split("\n")])
        elif justify == "right":
            text = "\n".join([line.rjust(self.width) for line in text.split("\n")])
        self._text.append(text + end)
        self.file.write(text + end)

    def log(self, *objects, sep=" ", end="\n", **kwargs):
        stamp = time.strftime("[%X]")
        self.print(stamp, *objects, sep=sep, end=end)

    def rule(self, title="", *, characters="─", style=None, align="center", **kwargs):
        title = plain(str(title))
        if not title:
            self.print(characters * self.width)
            return
        side = self.width - len(title) - 2
        left = side // 2
        self.print(f"{characters * left} {title} {characters * (side - left)}")

    def input(self, prompt="", **kwargs):
        return input(plain(str(prompt)))

    def status(self, status, **kwargs):
        return Status(status, console=self)

    def print_exception(self, **kwargs):
        import traceback

        self.file.write(traceback.format_exc())

    def print_json(self, json=None, *, data=None, indent=2, **kwargs):
        import json as _json

        self.print(_json.dumps(_json.loads(json) if json is not None else data, indent=indent), markup=False)

    def line(self, count=1):
        self.file.write("\n" * count)

    def clear(self, home=True):
        pass

    def export_text(self, **kwargs):
        return "".join(self._text)


class Status:
    def __init__(self, status, *, console=None, **kwargs):
        self.status = status
        self.console = console

    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass

    def start(self):
        pass

    def stop(self):
        pass

    def update(self, status=None, **kwargs):
        if status is not None:
            self.status = status


class Group:
    def __init__(self, *renderables, fit=True):
        self.renderables = renderables

    def _plain_lines(self, width):
        console = Console(width=width)
        return [console._show(r) for r in self.renderables]
