import heapq
import bisect
import uuid
import secrets

h = [5, 1, 8, 3, 9, 2]
heapq.heapify(h)
print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h, heapq.nlargest(2, h), heapq.nsmallest(3, [4, 1, 2, 2], key=lambda v: -v), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge("ca", "b", reverse=True)))
heapq.heappush(h, 4)
print([heapq.heappop(h) for _ in range(len(h))], heapq.nlargest(0, [1]), heapq.nlargest(5, [1, 2]), list(heapq.merge(["aa"], ["b"], key=len)))
jobs = []
for n, name in enumerate(["low", "high", "mid"]):
    heapq.heappush(jobs, ((3, 1, 2)[n], name))
print([heapq.heappop(jobs)[1] for _ in range(3)])
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3, 0, 2), bisect.bisect_left(a, 9), bisect.bisect(["a", "bb"], 2, key=len))
bisect.insort(a, 4), bisect.insort_left(a, 0), bisect.insort(a, -9, key=lambda v: -v)
print(a, "FDCBA"[bisect.bisect([60, 70, 80, 90], 85)])
for bad in (lambda: heapq.heappop([]), lambda: heapq.heapify(3), lambda: heapq.heapreplace([], 1), lambda: bisect.bisect([1], "a"), lambda: bisect.bisect([1], 1, -1), lambda: heapq.heappush((), 1), lambda: heapq.heapify([1, "a"])):
    try:
        print(bad())
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.version, u.variant, u.urn, u.time_low, u.node, u.clock_seq, u.is_safe, uuid.UUID(int=5), uuid.UUID(bytes=b"\x12" * 16), uuid.UUID("{12345678123456781234567812345678}") == u, hash(u) == hash(u.int), u < uuid.UUID(int=2**127))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.uuid4().version, len(str(uuid.uuid4())), uuid.uuid1().version, uuid.uuid4() != uuid.uuid4(), uuid.NAMESPACE_OID, sorted([uuid.UUID(int=3), uuid.UUID(int=1)])[0])
for bad in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"), lambda: u < 3, lambda: setattr(u, "int", 3)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), secrets.randbelow(1), secrets.choice([7]), secrets.compare_digest("a", "a"), secrets.randbits(8) < 256, 0 <= secrets.SystemRandom().random() < 1, secrets.DEFAULT_ENTROPY)
try:
    secrets.randbelow(0)
except ValueError as e:
    print(e)
