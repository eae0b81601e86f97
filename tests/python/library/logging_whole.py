import logging, sys, io, queue, threading, logging.handlers, logging.config
out = sys.stdout
logging.basicConfig(stream=out, level=logging.DEBUG, format="%(levelname)s|%(name)s|%(module)s|%(lineno)d|%(funcName)s|%(threadName)s|%(processName)s|%(message)s")
log = logging.getLogger("app.db")
def f():
    log.debug("x=%d y=%s", 1, "two"); log.info("dict %(a)s", {"a": 3}); log.warning("plain %s"); log.error("bad %d", "x") if 0 else None
    log.critical("crit"); log.log(25, "custom"); logging.addLevelName(25, "NOTICE"); log.log(25, "named")
f()
try: 1 / 0
except ZeroDivisionError: log.exception("caught %s", "it"); log.error("again", exc_info=True)
log.info("stack", stack_info=True)
def outer(): inner()
def inner(): log.info("level2", stacklevel=2)
outer()
t = threading.Thread(target=lambda: log.info("in thread"), name="worker-7"); t.start(); t.join()
print(log, logging.getLogger(), log.parent, log.getEffectiveLevel(), log.hasHandlers(), logging.getLogger("app") is log.parent, log.parent, log.getChild("x").name)
h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("{levelname:>8} {message}", style="{")); h.setLevel(logging.WARNING)
app = logging.getLogger("app"); app.addHandler(h); app.propagate = False
log.info("hidden"); log.warning("shown")
class F(logging.Filter):
    def filter(self, record): record.user = "bob"; return "secret" not in record.getMessage()
h.addFilter(F()); h.setFormatter(logging.Formatter("$user: $message", style="$")); log.error("hi"); log.error("secret")
a = logging.LoggerAdapter(log, {"req": 5}); h.setFormatter(logging.Formatter("%(req)s %(message)s", defaults={"req": "-"})); a.warning("with"); log.warning("without")
h.setFormatter(logging.Formatter("%(message)s")); logging.disable(logging.ERROR); log.error("no"); log.critical("yes"); logging.disable(logging.NOTSET)
q = queue.Queue(); qh = logging.handlers.QueueHandler(q); ql = logging.handlers.QueueListener(q, h); lq = logging.getLogger("q"); lq.addHandler(qh); lq.propagate = False; ql.start(); lq.error("queued %d", 1); ql.stop()
m = logging.handlers.MemoryHandler(3, target=h); lm = logging.getLogger("m"); lm.addHandler(m); lm.propagate = False; lm.warning("1"); lm.warning("2"); print("before"); lm.error("3")
logging.config.dictConfig({"version": 1, "disable_existing_loggers": False, "formatters": {"f": {"format": "CFG %(name)s %(message)s"}}, "handlers": {"c": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout", "level": "INFO"}}, "loggers": {"cfg": {"handlers": ["c"], "level": "DEBUG", "propagate": False}}, "root": {"handlers": ["c"], "level": "WARNING"}})
logging.getLogger("cfg").debug("no"); logging.getLogger("cfg").info("yes"); logging.getLogger("zz").warning("root")
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"x": {"class": "nope.Nope"}}}):
    try: logging.config.dictConfig(bad)
    except ValueError as e: print(e, "|", type(e.__cause__))
for call in (lambda: logging.Formatter("x", style="!"), lambda: logging.getLogger(5), lambda: log.setLevel("NOPE"), lambda: log.log("x", "y"), lambda: log.info("m", extra={"name": 1}), lambda: logging.Formatter("nofields"), lambda: logging.basicConfig(zz=1, force=True)):
    try: call()
    except Exception as e: print(type(e).__name__, e)
print(logging.getLevelName(20), logging.getLevelName("INFO"), logging.getLevelName(21), h, m, logging.NullHandler(), repr(logging.LoggerAdapter(log)))
r = logging.makeLogRecord({"msg": "made", "levelname": "X"}); print(r.getMessage(), r.levelname, r)

s = io.StringIO(); x = logging.getLogger("x1"); x.addHandler(logging.StreamHandler(s)); x.propagate = False; x.error("to s"); print(repr(s.getvalue()))
logging.getLogger("bare.none").propagate = True
