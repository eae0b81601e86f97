# A proxy: what comes from a client goes to a backend, and back, in both directions at a time.
import asyncio


async def pipe(reader, writer, counts, key):
    while data := await reader.read(1000):
        counts[key] += len(data)
        writer.write(data)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()


async def backend(reader, writer):
    data = await reader.read()
    writer.write(b"length %d\n" % len(data))
    await asyncio.sleep(0.01)
    writer.write(data[:20])
    writer.close()


async def main():
    target = await asyncio.start_server(backend, "127.0.0.1", 0)
    counts = {"up": 0, "down": 0}

    async def proxy(reader, writer):
        there, back = await asyncio.open_connection(*target.sockets[0].getsockname())
        await asyncio.gather(pipe(reader, back, counts, "up"), pipe(there, writer, counts, "down"))
        back.close()
        writer.close()

    front = await asyncio.start_server(proxy, "127.0.0.1", 0)

    async def ask(text):
        reader, writer = await asyncio.open_connection(*front.sockets[0].getsockname())
        writer.write(text)
        writer.write_eof()
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        return answer

    print(await ask(b"hello"))
    print(await asyncio.gather(*(ask(bytes([65 + n]) * 10_000 * n) for n in range(4))))
    print(counts)
    front.close()
    target.close()
    await front.wait_closed()
    await target.wait_closed()


asyncio.run(main())
