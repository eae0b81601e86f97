"""Test cases and their assertions."""

import collections
import contextlib
import functools
import pprint
import re
import sys
import time
import traceback
import types
import warnings

_subtest_msg_sentinel = object()
_MAX_LENGTH = 80
__unittest = True


def safe_repr(obj, short=False):
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + " [truncated]..."


def _shorten(s, prefixlen, suffixlen):
    skip = len(s) - prefixlen - suffixlen
    return f"{s[:prefixlen]}[{skip} chars]{s[len(s) - suffixlen:]}" if skip > 12 else s


def _common_prefix(args):
    first, last = min(args), max(args)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def _common_shorten_repr(*args):
    args = tuple(map(safe_repr, args))
    if max(map(len, args)) <= 80:
        return args
    prefix = _common_prefix(args)
    n = len(prefix)
    common = 80 - (max(map(len, args)) - n + 5 + 12)
    if common > 5:
        prefix = _shorten(prefix, 5, common)
        return tuple(prefix + s[n:] for s in args)
    prefix = _shorten(prefix, 5, 5)
    return tuple(prefix + _shorten(s[n:], 41, 5) for s in args)


def _ndiff(a, b):
    import difflib

    return difflib.ndiff(a, b)


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


class SkipTest(Exception):
    """Raised to skip a test."""


class _ShouldStop(Exception):
    pass


class _Outcome:
    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None

    @contextlib.contextmanager
    def testPartExecutor(self, test_case, subTest=False):
        old = self.success
        self.success = True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            _add_skip(self.result, test_case, str(e))
        except _ShouldStop:
            pass
        except BaseException as e:
            info = (type(e), e, e.__traceback__)
            if self.expecting_failure:
                self.expectedFailure = info
            else:
                self.success = False
                if subTest:
                    self.result.addSubTest(test_case.test_case, test_case, info)
                else:
                    _add_error(self.result, test_case, info)
        else:
            if subTest and self.success:
                self.result.addSubTest(test_case.test_case, test_case, None)
        finally:
            self.success = self.success and old


def _add_skip(result, test_case, reason):
    result.addSkip(test_case, reason)


def _add_error(result, test, exc_info):
    if result is not None and exc_info is not None:
        if issubclass(exc_info[0], test.failureException):
            result.addFailure(test, exc_info)
        else:
            result.addError(test, exc_info)


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    result = type(cm).__enter__(cm)
    addModuleCleanup(type(cm).__exit__, cm, None, None, None)
    return result


def doModuleCleanups():
    exceptions = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as exc:
            exceptions.append(exc)
    if exceptions:
        raise exceptions[0]


def skip(reason):
    def decorator(test_item):
        if not isinstance(test_item, type):

            @functools.wraps(test_item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)

            test_item = skip_wrapper
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item

    if isinstance(reason, types.FunctionType):
        test_item = reason
        reason = ""
        return decorator(test_item)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else lambda obj: obj


def skipUnless(condition, reason):
    return lambda obj: obj if condition else skip(reason)(obj)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


class _Raises:
    def __init__(self, expected, test_case, expected_regex=None):
        self.test_case = test_case
        self.expected = expected
        self.expected_regex = re.compile(expected_regex) if expected_regex is not None else None
        self.obj_name = None
        self.msg = None

    def _fail(self, message):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, message))

    def handle(self, name, args, kwargs):
        kind = self.base
        classes = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(c, type) and issubclass(c, kind) for c in classes):
            raise TypeError(f"{name}() arg 1 must be {self.base_text}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        callable_obj, *args = args
        self.obj_name = getattr(callable_obj, "__name__", None) or str(callable_obj)
        with self:
            callable_obj(*args, **kwargs)

    def _name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)


class _AssertRaises(_Raises):
    base = BaseException
    base_text = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            if self.obj_name:
                self._fail(f"{self._name()} not raised by {self.obj_name}")
            else:
                self._fail(f"{self._name()} not raised")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is None:
            return True
        if not self.expected_regex.search(str(exc_value)):
            self._fail(f'"{self.expected_regex.pattern}" does not match "{exc_value}"')
        return True


class _AssertWarns(_Raises):
    base = Warning
    base_text = "a warning type or tuple of warning types"

    def __enter__(self):
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter("always", self.expected if isinstance(self.expected, type) else Warning)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for m in self.warnings:
            w = m.message
            if not isinstance(w, self.expected):
                continue
            if first is None:
                first = w
            if self.expected_regex is not None and not self.expected_regex.search(str(w)):
                continue
            self.warning = w
            self.filename = m.filename
            self.lineno = m.lineno
            return
        if first is not None:
            self._fail(f'"{self.expected_regex.pattern}" does not match "{first}"')
        by = f" by {self.obj_name}" if self.obj_name else ""
        self._fail(f"{self._name()} not triggered{by}")


_LoggingWatcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _AssertLogs:
    def __init__(self, test_case, logger_name, level, no_logs):
        import logging

        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.msg = None
        self.no_logs = no_logs

    def __enter__(self):
        import logging

        logger = self.logger = self.logger_name if isinstance(self.logger_name, logging.Logger) else (
            logging.getLogger(self.logger_name))
        watcher = self.watcher = _LoggingWatcher([], [])

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        handler = Capture()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.saved = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        if not self.no_logs:
            return watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging

        self.logger.handlers, level, self.logger.propagate = self.saved
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        name = logging.getLevelName(self.level)
        if self.no_logs:
            if self.watcher.records:
                self._fail(f"Unexpected logs found: {self.watcher.output!r}")
        elif not self.watcher.records:
            self._fail(f"no logs of level {name} or higher triggered on {self.logger.name}")

    def _fail(self, message):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, message))


def _count_diff(actual, expected):
    s, t = list(actual), list(expected)
    result = []
    try:
        counts = collections.Counter(s), collections.Counter(t)
        for elem in list(counts[0]) + [e for e in counts[1] if e not in counts[0]]:
            if counts[0][elem] != counts[1][elem]:
                result.append((counts[0][elem], counts[1][elem], elem))
        return result
    except TypeError:
        pass
    while s or t:
        elem = (s or t)[0]
        a, b = s.count(elem), t.count(elem)
        if a != b:
            result.append((a, b, elem))
        s = [x for x in s if x != elem]
        t = [x for x in t if x != elem]
    return result
