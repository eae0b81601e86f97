"""Unit tests: cases, assertions, suites, loader and text runner."""

from .case import (
    TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure, addModuleCleanup,
    doModuleCleanups, enterModuleContext,
)
from .run import (
    TestResult, TestSuite, BaseTestSuite, TestLoader, defaultTestLoader, TextTestRunner, TextTestResult, TestProgram,
    main, installHandler, registerResult, removeResult, removeHandler,
)

__all__ = ["TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader",
           "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless",
           "expectedFailure", "TextTestResult", "installHandler", "registerResult", "removeResult", "removeHandler",
           "addModuleCleanup", "doModuleCleanups", "enterModuleContext"]


def __getattr__(name):
    if name == "IsolatedAsyncioTestCase":
        from .async_case import IsolatedAsyncioTestCase

        return IsolatedAsyncioTestCase
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
