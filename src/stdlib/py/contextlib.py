"""Context managers."""

from abc import ABC
from functools import wraps


class AbstractContextManager(ABC):
    @classmethod
    def __subclasshook__(cls, sub):
        if cls is AbstractContextManager:
            return all([any([n in c.__dict__ for c in sub.__mro__]) for n in ("__enter__", "__exit__")])
        return NotImplemented

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return hasattr(C, "__enter__") and hasattr(C, "__exit__") or NotImplemented
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    @classmethod
    def __subclasshook__(cls, sub):
        if cls is AbstractAsyncContextManager:
            return all([any([n in c.__dict__ for c in sub.__mro__]) for n in ("__aenter__", "__aexit__")])
        return NotImplemented

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return hasattr(C, "__aenter__") and hasattr(C, "__aexit__") or NotImplemented
        return NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)

        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **keywords):
            async with self._recreate_cm():
                return await func(*args, **keywords)

        return inner


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)
        self.func, self.args, self.kwds = func, args, keywords
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self.gen.close()
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        self.gen.close()
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(AsyncContextDecorator):
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)
        self.func, self.args, self.kwds = func, args, keywords

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    async def __aenter__(self):
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, traceback):
        if kind is None:
            try:
                await self.gen.__anext__()
            except StopAsyncIteration:
                return False
            await self.gen.aclose()
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            exc.__traceback__ = traceback
            return False
        await self.gen.aclose()
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    @wraps(func)
    def helper(*args, **keywords):
        return _GeneratorContextManager(func, args, keywords)

    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **keywords):
        return _AsyncGeneratorContextManager(func, args, keywords)

    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *info):
        await self.thing.aclose()


class _Redirect(AbstractContextManager):
    _name = None

    def __init__(self, target):
        self._target = target
        self._old = []

    def __enter__(self):
        import sys

        self._old.append(getattr(sys, self._name))
        setattr(sys, self._name, self._target)
        return self._target

    def __exit__(self, kind, value, traceback):
        import sys

        setattr(sys, self._name, self._old.pop())


class redirect_stdout(_Redirect):
    _name = "stdout"


class redirect_stderr(_Redirect):
    _name = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if issubclass(kind, BaseExceptionGroup):
            match, rest = value.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *info):
        pass


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._exits = deque()

    def pop_all(self):
        new = type(self)()
        new._exits = self._exits
        self._exits = deque()
        return new

    def push(self, exit):
        f = getattr(type(exit), "__exit__", None)
        if f is None:
            self._exits.append((True, exit))
        else:
            self._exits.append((True, lambda *info: f(exit, *info)))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
            ) from None
        result = enter(cm)
        self._exits.append((True, lambda *info: exit(cm, *info)))
        return result

    def callback(self, callback, /, *args, **keywords):
        def run(kind, value, traceback):
            callback(*args, **keywords)

        self._exits.append((True, run))
        return callback

    def close(self):
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        exc = info[1]
        received = exc is not None
        pending = False
        suppressed = False
        while self._exits:
            _, exit = self._exits.pop()
            try:
                if exc is None:
                    exit(None, None, None)
                elif exit(type(exc), exc, exc.__traceback__):
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                pending = True
                exc = new
        if pending:
            raise exc
        return received and suppressed


class AsyncExitStack(AbstractAsyncContextManager):
    def __init__(self):
        self._exits = deque()

    def pop_all(self):
        new = type(self)()
        new._exits = self._exits
        self._exits = deque()
        return new

    push = ExitStack.push
    enter_context = ExitStack.enter_context
    callback = ExitStack.callback

    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol"
            ) from None
        result = await enter(cm)
        self._exits.append((False, lambda *info: exit(cm, *info)))
        return result

    def push_async_exit(self, exit):
        f = getattr(type(exit), "__aexit__", None)
        self._exits.append((False, exit if f is None else lambda *info: f(exit, *info)))
        return exit

    def push_async_callback(self, callback, /, *args, **keywords):
        async def run(kind, value, traceback):
            await callback(*args, **keywords)

        self._exits.append((False, run))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *info):
        exc = info[1]
        received = exc is not None
        pending = False
        suppressed = False
        while self._exits:
            plain, exit = self._exits.pop()
            try:
                given = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                result = exit(*given)
                if not plain:
                    result = await result
                if exc is not None and result:
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                pending = True
                exc = new
        if pending:
            raise exc
        return received and suppressed


from collections import deque
