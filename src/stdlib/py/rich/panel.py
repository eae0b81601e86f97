"""A box around text."""

from rich.console import Console, plain


class Panel:
    def __init__(self, renderable, *args, title=None, subtitle=None, expand=True, **kwargs):
        self.renderable = renderable
        self.title = title
        self.expand = expand

    @classmethod
    def fit(cls, renderable, *args, **kwargs):
        return cls(renderable, expand=False, **kwargs)

    def _plain_lines(self, width):
        text = Console(width=width - 4)._show(self.renderable).split("\n")
        inner = width - 4 if self.expand else max(map(len, text))
        title = f" {plain(str(self.title))} " if self.title else ""
        side = inner + 2 - len(title)
        top = "╭" + "─" * (side // 2) + title + "─" * (side - side // 2) + "╮"
        return [top] + [f"│ {line.ljust(inner)} │" for line in text] + ["╰" + "─" * (inner + 2) + "╯"]
