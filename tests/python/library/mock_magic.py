# Mocks: text, comparison, iteration, files and seals.
import asyncio
from unittest.mock import *

m = MagicMock()
m.__str__.return_value = "hi"
print(str(m), m.__str__.called, m.mock_calls)
m = MagicMock()
print(m == m, m == 3, m != 3, hash(m) == hash(m), {m: 1}[m])
m.__eq__.return_value = True
print(m == 7)
m = Mock()
m.__str__ = Mock(return_value="s")
m.__len__ = lambda self: 4
print(str(m), m.__str__.mock_calls, len(m))
m = MagicMock()
m.__aiter__.return_value = [1, 2, 3]


async def main():
    return [i async for i in m]


print(asyncio.run(main()))


class Foo:
    def foo(self, a):
        pass


with patch.object(Foo, "foo", autospec=True) as mocked:
    mocked.return_value = "foo"
    f = Foo()
    print(f.foo(1), mocked.mock_calls == [call(f, 1)])
    mocked.assert_called_once_with(f, 1)
opened = mock_open(read_data="a\nb\n")
with patch("builtins.open", opened):
    with open("foo") as h:
        print(h.read())
    print([line for line in open("x")])
print(opened.mock_calls)
s = Mock()
s.sub.attribute = 2
s.named = Mock(name="sample")
seal(s)
for name in ("new", "sub.other", "sub.attribute"):
    try:
        print(eval("s." + name))
    except AttributeError as e:
        print(e)
print(call(1, a=2), call.a.b(3), call("x") == ("x",) or call("x") == (("x",), {}), call.foo.call_list())
