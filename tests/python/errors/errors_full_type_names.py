"""Messages call classes that CPython has in C by their full names, and all others by their own."""
import collections
import datetime
import decimal
import functools
import io
import itertools
import re
import threading
import time


class Mine(collections.deque):
    pass


things = [
    collections.deque(), Mine(), collections.Counter(), collections.OrderedDict(), collections.defaultdict(int),
    datetime.date(2020, 1, 2), datetime.timedelta(1), datetime.timezone.utc, decimal.Decimal(1), functools.partial(int),
    io.StringIO(), io.BytesIO(), open("x.txt", "w"), itertools.count(), re.compile("a"), re.match("a", "a"), threading.Lock(),
    threading.RLock(), threading.Thread(), time.localtime(0), collections.UserDict(), collections.ChainMap(),
]
for thing in things:
    for f in (lambda v: v.missing, lambda v: v @ 1, lambda v: v()):
        try:
            f(thing)
        except (AttributeError, TypeError) as e:
            print(e)
print(collections.UserDict.__mro__[1:4], isinstance(collections.UserList(), collections.abc.MutableSequence))
u = collections.UserDict(a=1)
u.update(b=2)
print(u | {"c": 3}, u.pop("a"), u.setdefault("z", 5), list(u.items()), u == {"b": 2, "z": 5}, collections.UserList([3, 1]) + [2])
print(repr(iter(type("Old", (), {"__getitem__": lambda self, i: [1, 2][i]})())).split(" at ")[0])
