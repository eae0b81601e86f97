"""Queues whose storage the program writes itself."""
import asyncio


class Newest(asyncio.Queue):
    """Keeps only the newest items."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)
        del self._queue[:-3]

    def _get(self):
        return self._queue.pop()


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = set()

    def _put(self, item):
        self._queue.add(item)

    def _get(self):
        smallest = min(self._queue)
        self._queue.discard(smallest)
        return smallest


async def main():
    for cls in (Newest, Unique):
        queue = cls()
        for n in (5, 3, 5, 1, 3, 4):
            await queue.put(n)
        print(cls.__name__, queue.qsize(), [await queue.get() for _ in range(queue.qsize())], queue.empty())
        getter = asyncio.create_task(queue.get())
        await asyncio.sleep(0)
        await queue.put("x")
        print(await getter, type(queue).__name__, isinstance(queue, asyncio.Queue))


asyncio.run(main())
