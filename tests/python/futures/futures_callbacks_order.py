"""Done callbacks: in order, at once when it is over already, and failing ones are logged and passed over."""
import logging
import sys
from concurrent import futures

logging.basicConfig(stream=sys.stdout, format="%(name)s %(levelname)s %(message).40s %(exc_info)s")
f = futures.Future()
f.add_done_callback(lambda f: print("one", f.result()))


def bad(f):
    raise ValueError("in callback")


f.add_done_callback(bad)
f.add_done_callback(lambda f: print("two"))
logging.getLogger("concurrent.futures").handlers = [h := logging.StreamHandler(sys.stdout)]
logging.getLogger("concurrent.futures").propagate = False
h.setFormatter(logging.Formatter("%(name)s %(levelname)s"))
h.formatter.formatException = lambda info: f"{info[0].__name__}: {info[1]}"
f.set_result(1)
f.add_done_callback(lambda f: print("late"))
f.add_done_callback(bad)
c = futures.Future()
c.add_done_callback(lambda f: print("cancelled", f.cancelled()))
c.cancel()
