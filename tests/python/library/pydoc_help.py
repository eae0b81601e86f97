"""help() of functions, classes and modules that a program makes."""

import contextlib
import io
import pydoc


def area(width, height=2, *, unit: str = "m") -> float:
    """The area.

    In square units.
    """
    return width * height


class Shape:
    """A shape."""

    sides = 0

    def __init__(self, name):
        self.name = name

    def draw(self, pen="blue"):
        """Draws it."""

    @classmethod
    def make(cls, n):
        """Makes one."""

    @property
    def size(self):
        """How big it is."""
        return 1

    @property
    def color(self):
        return 2

    @color.setter
    def color(self, value):
        pass


class Square(Shape):
    sides = 4

    def draw(self, pen="red"):
        return None


help(area)
help(Shape)
help(Square)
help(Shape("x").draw)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    help(area)
print(len(out.getvalue()), repr(out.getvalue()[:40]))
help("no.such.thing")
print(pydoc.plain(pydoc.render_doc(area)))
