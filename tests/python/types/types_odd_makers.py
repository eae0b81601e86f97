"""What makes classes, enums, numbers and short lists, asked in odd ways; sets whose numbers want one place."""
import enum
print(enum.Enum('C', None), list(enum.Enum('C', None)))
class A(enum.Enum):
    X=(1,2); Y=3
print(A(1,2), A(3))
try: A(1,3)
except ValueError as e: print(e)
print(enum.Enum('D', 'a b', type=int).b + 1)
import heapq
print(heapq.nsmallest(0, [1, 'a']), heapq.nlargest(1, [3, 9, 2], key=lambda x: -x), heapq.nsmallest(1, []), heapq.nlargest(2, [1, 5, 3]))
try: heapq.nlargest(1, [1, 'a'])
except TypeError as e: print(e)
for a in [(1,(),{}),('a',[],{}),('a',(),[]),('a',(1,),{}),('a',(),None),('a',{},[])]:
    try: type(*a)
    except Exception as e: print(e)
try: int(bytearray(b'XYZ'))
except ValueError as e: print(e)
print(repr(format(65,'5c')), repr('%5c|%-5c|'%(65,66)), {6, -1}, frozenset({1, 2}).union('abc').copy() == {1, 2, 'a', 'b', 'c'})
print(set([6, -1]), set([6, -10]), {14, -1}, {6, -2, 14})
