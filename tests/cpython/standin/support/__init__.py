"""What CPython's tests take from `test.support`, for an interpreter that is not CPython."""

import contextlib
import functools
import gc
import io
import os
import sys
import time
import types
import unittest

verbose = 0
LOOPBACK_TIMEOUT, SHORT_TIMEOUT, LONG_TIMEOUT = 5.0, 30.0, 300.0
TEST_HOME_DIR = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAX_Py_ssize_t = sys.maxsize
MISSING_C_DOCSTRINGS = True
HAVE_ASAN_FORK_BUG = Py_GIL_DISABLED = Py_DEBUG = is_wasi = is_emscripten = is_android = is_apple = False
has_fork_support = hasattr(os, "fork")
has_subprocess_support = True


def _internal(reason):
    """Skips what tests CPython itself; the driver counts these as not applicable."""
    return unittest.skip("n/a: " + reason)


def cpython_only(test):
    return _internal("CPython only")(test)


def refcount_test(test):
    return _internal("reference counts")(test)


def bigaddrspacetest(test):
    return _internal("needs a huge address space")(test)


def requires_docstrings(test):
    return _internal("library docstrings are left out")(test)


def check_impl_detail(**guards):
    """Whether a test of an implementation's own ways is for this one: only if it says so, or excludes others."""
    return guards.get("interleave", bool(guards) and not any(guards.values()))


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return lambda test: test
    return _internal(msg or "implementation detail")


def _identity(*args, **kwargs):
    return lambda test: test


requires_resource = requires_limited_api = _identity


def _as_it_is(test):
    return test


def requires_subprocess():
    return _as_it_is


def requires_gil_enabled(*args):
    return _as_it_is


skip_if_pgo_task = force_not_colorized = no_tracing = _as_it_is


def requires_fork():
    return unittest.skipUnless(has_fork_support, "requires os.fork()")


def requires_working_socket(*, module=False):
    return None if module else _as_it_is


def check_sanitizer(**kinds):
    return False


def skip_if_sanitizer(*args, **kinds):
    return _as_it_is


def suppress_immortalization(suppress=True):
    return _as_it_is


def gc_collect():
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def get_c_recursion_limit():
    return 10_000


def setswitchinterval(interval):
    sys.setswitchinterval(max(interval, 1e-6))


def busy_retry(timeout, err_msg=None, /, *, error=True):
    """Yields until the time is over, and then raises AssertionError unless told not to."""
    end = time.monotonic() + timeout
    while True:
        yield
        if time.monotonic() >= end:
            break
    if error:
        raise AssertionError(f"timeout ({timeout:.1f} seconds)" + (f": {err_msg}" if err_msg else ""))


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


def wait_process(pid, *, exitcode, timeout=None):
    _, status = os.waitpid(pid, 0)
    found = os.waitstatus_to_exitcode(status)
    if found != exitcode:
        raise AssertionError(f"process {pid} exited with code {found}, but {exitcode} is expected")


def reap_children():
    pass


def load_package_tests(folder, loader, standard_tests, pattern):
    return standard_tests


@contextlib.contextmanager
def captured_output(name):
    old = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, old)


captured_stdout = functools.partial(captured_output, "stdout")
captured_stderr = functools.partial(captured_output, "stderr")


@contextlib.contextmanager
def swap_attr(obj, name, new):
    missing = object()
    old = getattr(obj, name, missing)
    setattr(obj, name, new)
    try:
        yield None if old is missing else old
    finally:
        if old is not missing:
            setattr(obj, name, old)
        elif hasattr(obj, name):
            delattr(obj, name)


@contextlib.contextmanager
def swap_item(obj, key, new):
    missing = object()
    old = obj.get(key, missing)
    obj[key] = new
    try:
        yield None if old is missing else old
    finally:
        if old is not missing:
            obj[key] = old
        else:
            obj.pop(key, None)


class catch_unraisable_exception:
    """Keeps what `sys.unraisablehook` is called with."""

    unraisable = None

    def __enter__(self):
        self._old, sys.unraisablehook = sys.unraisablehook, self._hook
        return self

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *exc):
        sys.unraisablehook = self._old
        del self.unraisable


class SuppressCrashReport(contextlib.nullcontext):
    pass


def get_attribute(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
    """`__all__` holds the public names that are the module's own, and `extra`."""
    own = (name_of_module,) if isinstance(name_of_module, str) else name_of_module or (module.__name__,)
    expected = set(extra)
    for name in dir(module):
        if not name.startswith("_") and name not in not_exported:
            obj = getattr(module, name)
            home = getattr(obj, "__module__", None)
            if home in own or home is None and not isinstance(obj, types.ModuleType):
                expected.add(name)
    test_case.assertCountEqual(module.__all__, expected)


def check_free_after_iterating(test, iter, cls, args=()):
    done = False

    class A(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(it)
            except StopIteration:
                pass

    it = iter(A(*args))
    test.assertRaises(StopIteration, next, it)
    gc_collect()
    test.assertTrue(done)


def check_sizeof(test, obj, size):
    raise unittest.SkipTest("n/a: sizes of CPython's objects")


def calcobjsize(fmt):
    raise unittest.SkipTest("n/a: sizes of CPython's objects")


calcvobjsize = calcobjsize


def run_in_subinterp(code):
    raise unittest.SkipTest("n/a: subinterpreters")


def run_in_subinterp_with_config(code, **config):
    raise unittest.SkipTest("n/a: subinterpreters")


def maybe_get_event_loop_policy():
    import asyncio.events

    return asyncio.events._event_loop_policy


class _ALWAYS_EQ:
    __hash__ = None

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NEVER_EQ:
    __hash__ = None

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True


ALWAYS_EQ, NEVER_EQ = _ALWAYS_EQ(), _NEVER_EQ()


def requires_mac_ver(*version):
    return lambda test: test


def requires(resource, message=None):
    pass
