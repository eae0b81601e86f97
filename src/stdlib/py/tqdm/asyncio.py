"""Progress of awaitables."""

import asyncio
from tqdm import tqdm as _std


class tqdm_asyncio(_std):
    def __aiter__(self):
        return self._items()

    async def _items(self):
        try:
            async for obj in self.iterable:
                yield obj
                self.update(1)
        finally:
            self.close()

    @classmethod
    def as_completed(cls, fs, *, loop=None, timeout=None, total=None, **kwargs):
        fs = list(fs)
        return cls(asyncio.as_completed(fs, timeout=timeout), total=len(fs) if total is None else total, **kwargs)

    @classmethod
    async def gather(cls, *fs, loop=None, timeout=None, total=None, **kwargs):
        async def wrap(i, f):
            return i, await f

        found = []
        for f in cls.as_completed([wrap(i, f) for i, f in enumerate(fs)], timeout=timeout, total=total, **kwargs):
            found.append(await f)
        return [v for _, v in sorted(found, key=lambda pair: pair[0])]


tqdm = tqdm_asyncio


def tarange(*args, **kwargs):
    return tqdm(range(*args), **kwargs)
