"""Streams: limits, incomplete reads, closing, errors."""
import asyncio


async def serve(reader, writer):
    data = await reader.read(100)
    writer.write(b"line one\nline two\nrest" + data)
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    r, w = await asyncio.open_connection("127.0.0.1", port)
    w.write(b"abc")
    print(await r.readline(), await r.readuntil(b"two"), await r.readexactly(5))
    try:
        await r.readexactly(50)
    except asyncio.IncompleteReadError as e:
        print(e, e.partial, e.expected)
    print(await r.read(), r.at_eof())
    try:
        await r.readuntil(b"x")
    except asyncio.IncompleteReadError as e:
        print(e)
    w.close()
    await w.wait_closed()
    print(w.is_closing(), w.get_extra_info("peername")[0], w.can_write_eof())
    r, w = await asyncio.open_connection("127.0.0.1", port, limit=4)
    w.write_eof()
    try:
        await r.readline()
    except ValueError as e:
        print(type(e).__name__, e)
    w.close()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as e:
        print(type(e).__name__, e.errno)
    try:
        r.feed_eof()
        await r.readexactly(-1)
    except ValueError as e:
        print(e)
    s = asyncio.StreamReader()
    s.feed_data(b"a;b;c")
    s.feed_eof()
    print(await s.readuntil(b";"), await s.readuntil((b"x", b";")), await s.read(-1))
    s = asyncio.StreamReader()
    s.set_exception(ConnectionResetError("gone"))
    try:
        await s.read()
    except ConnectionResetError as e:
        print(e, s.exception())
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)


asyncio.run(main())
