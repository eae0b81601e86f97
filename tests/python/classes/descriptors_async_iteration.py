# Special methods that are descriptors: __aiter__ and __anext__ are asked of the class.
import asyncio


async def numbers():
    for n in range(3):
        yield n


class Asked:
    def __get__(self, obj, cls=None):
        return numbers


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class By:
    __aiter__ = Asked()


class Stepper:
    def __get__(self, obj, cls=None):
        async def step():
            raise StopAsyncIteration

        return step


class Nothing:
    __anext__ = Stepper()

    def __aiter__(self):
        return self


async def main():
    print([n async for n in By()], [n async for n in Countdown(3)], [n async for n in Nothing()])
    for bad in (3, [1]):
        try:
            async for _ in bad:
                pass
        except TypeError as e:
            print(e)
    class Wrong:
        def __aiter__(self):
            return 5
    try:
        async for _ in Wrong():
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
