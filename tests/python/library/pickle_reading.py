# Pickles written elsewhere, broken ones, streams, and classes that have a say.
import collections
import io
import pickle

for data in (
    b"(lp0\nI1\naI2\na.", b"(dp0\nVa\np1\nI1\ns.", b"cbuiltins\nlen\n.", b"c__builtin__\nxrange\np0\n(I0\nI3\nI1\ntp1\nRp2\n.",
    b"\x80\x02X\x03\x00\x00\x00abcq\x00.", b"\x80\x03C\x02hiq\x00.", b"I01\n.", b"L99999999999L\n.", b"F1.5\n.", b"S'abc'\n.", b"V\\u00e9x\n.",
    b"", b"x", b"\x80\x04", b"\x80\x04K", b"garbage", b".", b"\x80\x09.", b"h\x05.", b"cnowhere\nf\n.", b"cbuiltins\nnothing\n.",
):
    try:
        print(pickle.loads(data))
    except Exception as e:
        print(type(e).__name__, e)
f = io.BytesIO()
p = pickle.Pickler(f)
shared = [1]
p.dump(shared)
p.dump({"k": shared})
f.seek(0)
u = pickle.Unpickler(f)
print(u.load(), u.load())
try:
    u.load()
except EOFError as e:
    print(e)


class ByName(pickle.Pickler):
    def persistent_id(self, obj):
        return "the list" if obj is shared else None


class Found(pickle.Unpickler):
    def persistent_load(self, pid):
        return shared


out = io.BytesIO()
ByName(out).dump({"a": shared})
print(Found(io.BytesIO(out.getvalue())).load()["a"] is shared)


class Safe(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


try:
    Safe(io.BytesIO(pickle.dumps(print))).load()
except pickle.UnpicklingError as e:
    print(e)
for o in (collections.Counter("aab"), collections.OrderedDict(a=1), collections.deque([1, 2], 5), collections.defaultdict(list, {1: [2]})):
    print(pickle.dumps(o), pickle.loads(pickle.dumps(o)))
