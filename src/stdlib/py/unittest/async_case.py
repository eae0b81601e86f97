"""Test cases whose tests are coroutines."""

import asyncio
import inspect
from .case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._runner = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _maybe(self, func, *args, **kwargs):
        if inspect.iscoroutinefunction(func):
            return self._runner.run(func(*args, **kwargs))
        return func(*args, **kwargs)

    def _callSetUp(self):
        self._runner.get_loop()
        self.setUp()
        self._maybe(self.asyncSetUp)

    def _callTestMethod(self, method):
        result = self._maybe(method)
        if result is not None:
            self._warn_result(method)

    def _callTearDown(self):
        self._maybe(self.asyncTearDown)
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        self._maybe(function, *args, **kwargs)

    def run(self, result=None):
        self._runner = asyncio.Runner(debug=False, loop_factory=self.loop_factory)
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None

    def debug(self):
        self._runner = asyncio.Runner(debug=False)
        try:
            super().debug()
        finally:
            self._runner.close()
