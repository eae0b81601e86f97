# Source, comments and signatures of what a program defines.
# (This comment belongs to the module.)
import inspect


# A comment above the function.
# Of two lines.
def first(a, b=1, *args, c, d=2, **rest):
    """Documents."""
    return a  # an end


class Shape:
    """A shape."""

    # About area.
    def area(self):
        return 0

    @staticmethod
    def unit():
        return 1


@staticmethod
def decorated(x):
    return x


double = lambda x: x * 2

print(inspect.getsource(first))
print(inspect.getsource(Shape))
print(inspect.getsource(Shape.area), inspect.getsourcelines(Shape.unit))
print(repr(inspect.getcomments(first)), repr(inspect.getcomments(Shape.area)), inspect.getcomments(Shape.unit))
print(inspect.getsource(double), inspect.getsourcelines(first)[1])
print(inspect.signature(first), inspect.getdoc(first), inspect.getdoc(Shape), inspect.getfullargspec(first))
for o in (len, 3, int):
    try:
        print(inspect.getsource(o))
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
print(inspect.getmodule(Shape).__name__, inspect.isclass(Shape), inspect.isfunction(Shape.area), inspect.ismethod(Shape().area))
