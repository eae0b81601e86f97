# StreamReader by itself: what each way of reading gives, and how each fails.
import asyncio


def reader(data=b"", limit=2**16, eof=True):
    r = asyncio.StreamReader(limit=limit)
    r.feed_data(data)
    if eof:
        r.feed_eof()
    return r


async def attempt(what, awaitable):
    try:
        print(what, await awaitable)
    except Exception as e:
        print(what, type(e).__name__, e, getattr(e, "partial", ""), getattr(e, "expected", ""), getattr(e, "consumed", ""))


async def main():
    r = reader(b"one\ntwo\nthree")
    print(r)
    await attempt("readline", r.readline())
    await attempt("readexactly", r.readexactly(2))
    await attempt("read", r.read(3))
    await attempt("too many", r.readexactly(100))
    await attempt("rest", r.read())
    print(r.at_eof(), r)
    await attempt("until", reader(b"a--b--").readuntil(b"--"))
    await attempt("until none", reader(b"abc").readuntil(b"--"))
    await attempt("any of", reader(b"a;b,c").readuntil((b",", b";")))
    await attempt("empty separator", reader(b"x").readuntil(b""))
    await attempt("negative", reader(b"x").readexactly(-1))
    await attempt("zero", reader(b"x").read(0))
    await attempt("line over limit", reader(b"x" * 20 + b"\nrest\n", limit=10).readline())
    r = reader(b"x" * 20 + b"\nrest\n", limit=10)
    await attempt("until over limit", r.readuntil())
    await attempt("still there", r.read(5))
    await attempt("no separator", reader(b"y" * 30, limit=10).readuntil())
    await attempt("last line", reader(b"no newline").readline())
    r = reader(eof=False)
    r.set_exception(ValueError("broken"))
    await attempt("exception", r.read(1))
    print(r.exception())
    r = reader(eof=False)
    first = asyncio.create_task(r.read(1))
    await asyncio.sleep(0)
    await attempt("second reader", r.readline())
    r.feed_data(b"zz")
    print(await first)
    print([line async for line in reader(b"1\n2\n3")])
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)


asyncio.run(main())
