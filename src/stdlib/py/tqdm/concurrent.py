"""Maps over pools with a bar."""

from tqdm import tqdm as _tqdm


def thread_map(fn, *iterables, **kwargs):
    from concurrent.futures import ThreadPoolExecutor

    return _map(ThreadPoolExecutor, fn, iterables, kwargs)


def process_map(fn, *iterables, **kwargs):
    from concurrent.futures import ProcessPoolExecutor

    return _map(ProcessPoolExecutor, fn, iterables, kwargs)


def _map(pool, fn, iterables, kwargs):
    workers = kwargs.pop("max_workers", None)
    kwargs.pop("chunksize", None)
    iterables = [list(i) for i in iterables]
    kwargs.setdefault("total", min(map(len, iterables)))
    with pool(max_workers=workers) as ex:
        return list(_tqdm(ex.map(fn, *iterables), **kwargs))
