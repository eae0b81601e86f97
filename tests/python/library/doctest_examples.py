# doctest: examples that hold, options, and what is reported.
import doctest


def add(a, b):
    """Adds.

    >>> add(1, 2)
    3
    >>> add("a", 1)
    Traceback (most recent call last):
        ...
    TypeError: can only concatenate str (not "int") to str
    >>> print(add("x\\n\\n", "y"))
    x
    <BLANKLINE>
    y
    >>> list(range(20))  # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> [1,   2]  # doctest: +NORMALIZE_WHITESPACE
    [1,
     2]
    >>> add(1, 1)  # doctest: +SKIP
    5
    """
    return a + b


class Stack:
    """
    >>> s = Stack()
    >>> s.push(3)
    >>> s.items
    [3]
    """

    def __init__(self):
        self.items = []

    def push(self, x):
        """
        >>> s = Stack(); s.push(1); s.push(2)
        >>> for x in s.items:
        ...     print(x)
        1
        2
        """
        self.items.append(x)


print(doctest.testmod())
print(doctest.testmod(verbose=False).attempted)
examples = doctest.DocTestParser().get_examples(add.__doc__)
print(len(examples), repr(examples[0].source), repr(examples[0].want), examples[0].lineno, examples[1].exc_msg)
print([t.name for t in doctest.DocTestFinder().find(Stack, "Stack")])
