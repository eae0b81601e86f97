"""More bars."""

from tqdm import tqdm


def tenumerate(iterable, start=0, **kwargs):
    return enumerate(tqdm(iterable, **kwargs), start)
