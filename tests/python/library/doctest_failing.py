# What doctest says of examples that do not hold.
import doctest


def wrong(n):
    """
    >>> wrong(1)
    3
    >>> print("a\\nb")
    a
    c
    >>> wrong(2)
    4
    """
    return n * 2


def right():
    """
    >>> right()
    1
    """
    return 1


runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(wrong, "wrong") + doctest.DocTestFinder().find(right, "right"):
    test.filename = "here.py"
    print(runner.run(test))
