from unittest.mock import *
from unittest import mock
import asyncio, os
m = Mock(name="m")
m.a.b(1, x=2); m(3); m.c.return_value = 5; print(m.c(), m.mock_calls, m.method_calls, m.call_args, m.called, m.call_count)
m.a.b.assert_called_with(1, x=2)
def t(f, *a, **k):
    try: print("ok", f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
t(m.a.b.assert_called_with, 2); t(m.assert_not_called); t(m.assert_called_once_with, 4); t(m.a.b.assert_called_once); t(m.zz.assert_called); t(m.zz.assert_called_with, 1); t(m.assert_any_call, 9); t(m.assert_has_calls, [call(3), call.c()]); t(m.assert_has_calls, [call(4)])
e = Mock(side_effect=[1, ValueError("v"), 3]); t(e); t(e); t(e); t(e)
f = Mock(side_effect=lambda x: x * 2); print(f(4)); f = Mock(side_effect=KeyError("k")); t(f)
class Real:
    attr = 1
    def meth(self, a, b=2): return a + b
    async def co(self): pass
s = Mock(spec=Real); t(lambda: s.nope); print(isinstance(s, Real)); s.meth(1)
t(setattr, Mock(spec_set=Real), "zz", 1)
