"""Arguments that are almost right, or wrong in more than one way."""
import warnings
warnings.simplefilter("ignore")
import re, enum, collections, copy
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for r in (5, None, (1,), {1}, 2.5, [1], {}):
    show(lambda: re.sub('a', r, 'b')); show(lambda: re.sub('a', r, 'a')); show(lambda: re.sub(b'a', r, b'a'))
for names in ([(1,'x')], frozenset('ab'), frozenset(), {'a','b'}, {'a':1}, [('a',1)], (('a',1),), ['a','b'], ('a','b'), iter(['a']), [b'x'], [('x',1),('x',2)], ['a','a'], 5, [1], [[1]], ['mro'], [''], ['_a_'], ['__a__'], ['_a'], ['a', ('b', 2)], [('b',2),'a'], [None], [(None,1)], [((1,2),3)], 'a b', '', 'a,b', [('',1)], ['_C__x'], ['_C__x_y'], [('__C',1)], [('___',1)], ['_missing_'], ['_repr_x_'], {'_a_': 1}, [(2.5, 1)], [('ab','cd')], [('abc',)], ['abc', 'x'], [['a',1]], [('x',1),('y',1)], range(3), [[1,2],[3,4]], {1:2}, {('x',1):2}):
    show(lambda: (lambda e: (e, list(e), e.__members__))(enum.Enum('C', names)))
class E(Exception):
    def __init__(self, *a):
        print('init', a)
        super().__init__(*a)
    def __setattr__(self, k, v):
        print('set', k, v); super().__setattr__(k, v)
e = E(1, [2]); e.x = [5]
c = copy.copy(e); print(c.args, c.__dict__, c.x is e.x, c.args[1] is e.args[1])
d = copy.deepcopy(e); print(d.args, d.__dict__, d.x is e.x, d.args[1] is e.args[1])
class F(Exception):
    def __init__(self, a, b): super().__init__(a)
show(lambda: copy.copy(F(1,2)))
for src in ([1], ['a'], ['ab'], ['abc'], [()], [(1,2)], [(1,2,3)], 5, {1:2}.items(), [[1,2]], [([],1)], None):
    show(lambda: collections.OrderedDict(src)); 
    o = collections.OrderedDict(); show(lambda: o.update(src)); show(lambda: o); show(lambda: collections.Counter(src)); show(lambda: collections.ChainMap(src));
for a in ((255,3,1j),(2.0,1,1j),(1,2.0,1j),(1j,2,3),(1j,2.0,3),('a',1,1j),(1,'a',1j),(1,1j,2.0),(1,2,2.0),(1,1j,None),('a',2.0,3)): show(lambda: pow(*a))
for x in (2499998750000.03125, 0.1, 1e16, 123456789012345.625, 5e-324, 1.7976931348623157e308, 2.5e15+0.25, 4503599627370496.5, 9007199254740993.0, 1125899906842624.125, 562949953421312.0625): print(x, x*3, x/7)
show(lambda: hash({}.values()) != 0); show(lambda: len({*[{}.values()]})); show(lambda: {1}.remove({}.values()) )
show(lambda: bytes(10**20)); show(lambda: bytearray(-10**20)); show(lambda: [1]*(-2**63)); show(lambda: 'a'*(-2**64)); show(lambda: bytes('a', 'a\0')); show(lambda: str(b'a', 'a\0')); show(lambda: 'a'.encode('a\0')); show(lambda: b'a'.decode('utf-8','\0'))
for f in ('x<#,', '+,', 'z,', '=5,', ',', '#', '_', '#_'): show(lambda: format('a', f))
for f in ('0>0,e', '08', '0>8', '0<e', '0=8', 'x>08', '=8', '08e', '>08', '0^+8.2f', '00', '0'): show(lambda: format(1-2j, f))
show(lambda: (lambda *a, **k: 0)(*5, **6)); show(lambda: print(*5)); show(lambda: print(*5, **{})); show(lambda: print(*5, end='')); show(lambda: print(1, *5, **{'end': 1})); show(lambda: len(*5, **(1/0)));
show(lambda: print(*'ab', **{'sep': '-'}));show(lambda: print(*5, 6, **{})); show(lambda: print(*[1], *5)); show(lambda: [*5]); show(lambda: print(*iter([3]), **{'sep': '-'}, end='!\n'))
for b in (memoryview(b'b'), bytearray(b'b')):
    for m in 'split rsplit find count startswith strip removeprefix replace join index endswith'.split():
        show(lambda: getattr(b'abc', m)(*([b] if m != 'replace' else [b, b])));  show(lambda: getattr(bytearray(b'abc'), m)(*([b] if m != 'replace' else [b, b])))
show(lambda: b in b'abc'); show(lambda: b'%s' % memoryview(b'b')); show(lambda: b'abc'==memoryview(b'abc'))
show(lambda: bytes.fromhex(" 'ǅ'")); show(lambda: bytes.fromhex("0g ǅ")); show(lambda: bytes.fromhex("0 1"))
show(lambda: __import__('textwrap').dedent({})); show(lambda: __import__('textwrap').dedent(b'a')); show(lambda: __import__('textwrap').dedent(5))
