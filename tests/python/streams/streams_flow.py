# Flow control: a slow reader makes the writer wait; limits and their arguments.
import asyncio


async def main():
    received = 0
    resume = asyncio.Event()
    done = asyncio.Event()

    async def slow(reader, writer):
        nonlocal received
        await resume.wait()
        while data := await reader.read(100_000):
            received += len(data)
        writer.close()
        done.set()

    server = await asyncio.start_server(slow, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    t = writer.transport
    print(t.get_write_buffer_limits(), t.get_write_buffer_size())
    t.set_write_buffer_limits(high=1000)
    print(t.get_write_buffer_limits())
    t.set_write_buffer_limits(low=100)
    print(t.get_write_buffer_limits())
    try:
        t.set_write_buffer_limits(high=1, low=5)
    except ValueError as e:
        print(e)
    total = 40_000_000
    writer.write(b"x" * total)
    print(t.get_write_buffer_size() > 1_000_000)
    try:
        async with asyncio.timeout(0.05):
            await writer.drain()
    except TimeoutError:
        print("drain waits")
    resume.set()
    await writer.drain()
    print(t.get_write_buffer_size() <= 100)
    writer.write_eof()
    await done.wait()
    print(received == total)
    try:
        writer.write(b"late")
    except RuntimeError as e:
        print(e)
    writer.close()
    await writer.wait_closed()
    try:
        await writer.drain()
    except ConnectionResetError as e:
        print(e)
    server.close()


asyncio.run(main())
