import inspect, functools, sys, types
def f(a, b: int = 1, /, c=2, *args, d, e: "str" = 'x', **kw) -> list: pass
class C:
    """Doc of C.

    More.
    """
    def __init__(self, x, y=2): self.x = x
    def m(self, q): pass
    @classmethod
    def cm(cls, z=3): pass
    @staticmethod
    def sm(w): return w
    def __call__(self, k): pass
    @property
    def p(self): return 1
for o in (f, C, C.m, C(1).m, C.cm, C.sm, C(1), functools.partial(f, 1, c=5), lambda x, *y: 0, len, print, sorted):
    print(inspect.signature(o))
s = inspect.signature(f)
print(list(s.parameters), s.parameters["b"].kind, s.parameters["b"].annotation, s.parameters["b"].default, s.parameters["d"].default is inspect.Parameter.empty, s.return_annotation, repr(s), repr(s.parameters["c"]))
b = s.bind(1, 2, 3, 4, 5, d=6, z=7); print(b, b.args, b.kwargs, b.arguments); b2 = s.bind(1, d=2); b2.apply_defaults(); print(b2.arguments)
for a, k in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2}), ((1, 2, 3), {"d": 1, "c": 2})):
    try: print(s.bind(*a, **k))
    except TypeError as e: print("TypeError", e)
try: inspect.signature(C.sm).bind(1, 2)
except TypeError as e: print(e)
try: inspect.signature(5)
except TypeError as e: print(e)
@functools.wraps(f)
def w(*a, **k): pass
print(inspect.signature(w), inspect.signature(w, follow_wrapped=False), inspect.unwrap(w) is f)
print(inspect.getfullargspec(f)); print(inspect.getdoc(C)); print([n for n, v in inspect.getmembers(C, inspect.isfunction)], [n for n, _ in inspect.getmembers(C(1), inspect.ismethod)])
async def co(): pass
def gen(): yield
async def agen(): yield
print([inspect.iscoroutinefunction(x) for x in (co, gen, f)], [inspect.isgeneratorfunction(x) for x in (co, gen)], inspect.isasyncgenfunction(agen), inspect.isclass(C), inspect.ismodule(sys), inspect.isbuiltin(len), inspect.isroutine(len), inspect.isabstract(C))
print(inspect.getsource(gen), end=""); print(inspect.getsource(C.m), end=""); print(inspect.getsourcelines(co)[1])
def who(): return inspect.currentframe().f_code.co_name, inspect.stack()[1].function, inspect.currentframe().f_back.f_lineno, sys._getframe(0).f_code.co_name
def caller(): return who()
print(caller()); fr = inspect.currentframe(); print(fr.f_code.co_name, fr.f_lineno, fr.f_back, "C" in fr.f_globals)
def loc(a, b=2):
    z = 3; return inspect.currentframe().f_locals, inspect.getargvalues(inspect.currentframe()).args
print(loc(1)); info = inspect.getframeinfo(inspect.currentframe()); print(info.lineno, info.function, info.code_context)
print(inspect.cleandoc("  a\n    b\n   c"), inspect.getmro(C), inspect.getmodule(f).__name__, inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=1))
g = gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g))
import traceback
def deep():
    traceback.print_stack(file=sys.stdout); print(traceback.extract_stack()[-1].name, len(traceback.extract_stack()))
deep()
def boom(): raise ValueError("x")
try: boom()
except ValueError as e:
    for fr, ln in traceback.walk_tb(e.__traceback__): print(fr.f_code.co_name, ln)
    print(traceback.extract_tb(e.__traceback__), e.__traceback__.tb_frame.f_code.co_name, e.__traceback__.tb_next.tb_lineno)
    te = traceback.TracebackException.from_exception(e); print("".join(te.format()), list(te.format_exception_only()), te.stack[-1].line, te.exc_type_str, te); print(traceback.format_exception(e, limit=1), traceback.format_exception(type(e), e, e.__traceback__, limit=-1)); print(traceback.format_list([("f.py", 3, "fn", "code")]), traceback.format_tb(e.__traceback__))
