"""Pretty printing."""

from pprint import pformat


def pprint(obj, **kwargs):
    print(pformat(obj, sort_dicts=False))


def pretty_repr(obj, **kwargs):
    return pformat(obj, sort_dicts=False)


def install(*args, **kwargs):
    pass
