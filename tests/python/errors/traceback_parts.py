import traceback, sys, io
def one(): two()
def two(): three()
def three(): raise LookupError("deep")
try: one()
except LookupError as e: exc = e
for n in (None, 0, 1, 2, -1, -2, 99): print(n, [f.name for f in traceback.extract_tb(exc.__traceback__, n)], len(traceback.format_exception(exc, limit=n)))
out = io.StringIO(); traceback.print_exception(exc, file=out); print(out.getvalue())
traceback.print_tb(exc.__traceback__, file=sys.stdout); traceback.print_exception(type(exc), exc, exc.__traceback__, limit=1, file=sys.stdout)
s = traceback.extract_tb(exc.__traceback__); f = s[-1]
print(f, f[0:4:3], f.name, f.lineno, f.line, f.colno, f.end_colno, len(f), list(f)[1:], f == s[-1], type(s).__name__, len(s))
print(traceback.format_list(s)[-1], traceback.StackSummary.from_list([("a.py", 1, "fn", "x = 1"), ("b.py", 2, "g", None)]).format())
print(traceback.format_exception_only(ValueError("v")), traceback.format_exception_only(type(exc), exc), traceback.format_exception_only(None))
te = traceback.TracebackException.from_exception(exc, limit=2); print(te.exc_type_str, str(te), len(te.stack), list(te.format(chain=False))[0], te.__cause__, te.__context__)
for bad in (lambda: traceback.format_exception(3), lambda: traceback.format_exception(ValueError, ValueError())):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(traceback.format_exc()); print(sys.exc_info(), sys.exception())
eg = ExceptionGroup("g", [ValueError("a"), ExceptionGroup("h", [TypeError("b\nc")])]); print("".join(traceback.format_exception_only(eg, show_group=True)))
tb = exc.__traceback__
while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name, end="; "); tb = tb.tb_next
print(exc.with_traceback(None).__traceback__)
def deco(fn):
    def inner(*a): return fn(*a)
    return inner
class K:
    @deco
    def meth(self): return self.gone
K().meth()
