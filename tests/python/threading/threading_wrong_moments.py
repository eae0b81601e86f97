"""Joins, starts and attributes at the wrong time: texts of the exceptions."""
import threading


def attempt(what, call):
    try:
        print(what, call())
    except BaseException as error:
        print(what, type(error).__name__, error)


t = threading.Thread(target=lambda: None, name="worker")
attempt("join early", t.join)
attempt("alive early", t.is_alive)
print(t.ident, t.native_id, t.daemon)
t.start()
t.join()
attempt("start twice", t.start)
attempt("daemon late", lambda: setattr(t, "daemon", True))
attempt("join current", lambda: threading.current_thread().join())
attempt("group", lambda: threading.Thread(group=1))
attempt("args none", lambda: threading.Thread(target=print, args=None))
attempt("unknown", lambda: threading.Thread(targt=print))


class Bare(threading.Thread):
    def __init__(self):
        pass


attempt("no init start", Bare().start)
attempt("no init join", Bare().join)
attempt("no init name", lambda: Bare().name)
attempt("no init repr", lambda: repr(Bare()))
print(threading.main_thread() is threading.current_thread())
t.name = 17
print(t.name, repr(t.name), t.is_alive())
attempt("timeout type", lambda: t.join("x"))
attempt("timeout negative", lambda: t.join(-3))
