"""Text with styles that are not shown."""


class Text:
    def __init__(self, text="", style="", **kwargs):
        self.plain = text

    def append(self, text, style=None):
        self.plain += str(text)
        return self

    def stylize(self, *args, **kwargs):
        pass

    @classmethod
    def from_markup(cls, text, **kwargs):
        from rich.console import plain

        return cls(plain(text))

    @classmethod
    def assemble(cls, *parts, **kwargs):
        return cls("".join([p if isinstance(p, str) else str(p[0]) for p in parts]))

    def __str__(self):
        return self.plain

    def __add__(self, other):
        return Text(self.plain + str(other))

    def __len__(self):
        return len(self.plain)
