from unittest.mock import *
from unittest import mock
import asyncio, os
def t(f, *a, **k):
    try: print("ok", f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
m = Mock(name="m"); m(3)
class Real:
    attr = 1
    def meth(self, a, b=2): return a + b
    async def co(self): pass
mm = MagicMock(); mm.__len__.return_value = 3; print(len(mm), bool(mm), int(mm), list(mm), mm[1] is mm[2], 5 in mm)
with mm as ctx: print(ctx is mm.__enter__.return_value)
mm.__iter__.return_value = [1, 2]; print(list(mm))
with patch("os.getcwd", return_value="/x") as g: print(os.getcwd(), g.called)
print(os.getcwd() != "/x")
with patch.object(Real, "attr", 9): print(Real.attr)
print(Real.attr)
with patch.dict(os.environ, {"K": "v"}, clear=False): print(os.environ["K"])
print("K" in os.environ)
@patch("os.getpid")
@patch.object(Real, "meth")
def fn(meth, pid): pid.return_value = 7; print(os.getpid(), Real().meth() is meth.return_value, meth.call_count)
fn()
a = create_autospec(Real); t(a().meth); inst = a(); inst.meth(1, b=3); inst.meth.assert_called_with(1, b=3)
def func(a, b): pass
af = create_autospec(func, return_value=3); t(af, 1); print(af(1, 2)); af.assert_called_once_with(1, 2)
async def main():
    am = AsyncMock(return_value=3); print(await am(1), am.await_count); am.assert_awaited_once_with(1); t(am.assert_not_awaited)
    async with MagicMock() as q: pass
    o = AsyncMock(side_effect=[1, RuntimeError("x")]); print(await o())
    try: await o()
    except RuntimeError as e: print(e)
asyncio.run(main())
class P:
    @property
    def x(self): return 1
with patch.object(P, "x", new_callable=PropertyMock) as px: px.return_value = 4; print(P().x, px.mock_calls)
print(ANY == 3, call(1, a=2), call.foo.bar(3), [call(1)] == [call(1)], sentinel.x, sentinel.x is sentinel.x, m.call_args_list, m.call_args.args)
print(call(1) == call(1), call(1) != call(2), call.a(1) == ("a", (1,), {}), repr(Mock())[:9], repr(m)[:15])
m.reset_mock(); print(m.called, m.mock_calls); m.configure_mock(**{"x.y.return_value": 3, "z": 4}); print(m.x.y(), m.z)
op = mock_open(read_data="a\nb\n")
with patch("builtins.open", op):
    with open("f") as fh: print(fh.read())
    with open("f") as fh: print([l for l in fh])
op.assert_called_with("f"); print(op.mock_calls[0])
p = patch("os.sep", "|"); p.start(); print(os.sep); p.stop(); print(os.sep)
t(patch, "noper"); t(lambda: m.asert_called())
with patch.multiple(Real, attr=DEFAULT, meth=5) as v: print(sorted(v), Real.meth)
del m.q; t(lambda: m.q); seal(m); t(lambda: m.newattr)

