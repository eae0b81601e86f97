"""Warnings in tests."""

import contextlib
import functools
import re
import warnings


class WarningsRecorder:
    """The warnings of a block; attributes are those of the last one."""

    def __init__(self, found):
        self._found = found
        self._from = 0

    def __getattr__(self, name):
        if len(self._found) > self._from:
            return getattr(self._found[-1], name)
        if name in warnings.WarningMessage._WARNING_DETAILS:
            return None
        raise AttributeError(f"{self!r} has no attribute {name!r}")

    @property
    def warnings(self):
        return self._found[self._from:]

    def reset(self):
        self._from = len(self._found)


@contextlib.contextmanager
def check_warnings(*filters, quiet=None):
    """Expects a warning for each (regular expression, class), and no others; without filters anything goes."""
    if quiet is None:
        quiet = not filters
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        yield WarningsRecorder(found)
    left = [w.message for w in found]
    for message, kind in filters or (("", Warning),):
        hits = [w for w in left if isinstance(w, kind) and re.match(message, str(w), re.I)]
        if not hits and not quiet:
            raise AssertionError(f"filter ({message!r}, {kind.__name__}) did not catch any warning")
        left = [w for w in left if w not in hits]
    if left and not quiet:
        raise AssertionError(f"unhandled warning {left[0]!r}")


@contextlib.contextmanager
def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as found:
        warnings.filterwarnings("always", message=message, category=category)
        yield
        if force_gc:
            import gc

            gc.collect()
    testcase.assertEqual(found, [])


def check_no_resource_warning(testcase):
    return check_no_warnings(testcase, category=ResourceWarning, force_gc=True)


def ignore_warnings(*, category):
    def decorator(test):
        @functools.wraps(test)
        def wrapper(self, *args, **kwargs):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(self, *args, **kwargs)

        return wrapper

    return decorator
