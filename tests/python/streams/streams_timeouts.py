# Time-outs, cancellation and many clients with a limit.
import asyncio
import time


async def handle(reader, writer):
    request = await reader.readline()
    delay = float(request)
    await asyncio.sleep(delay)
    writer.write(b"done\n")
    await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(port, delay, timeout):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{delay}\n".encode())
        return await asyncio.wait_for(reader.readline(), timeout)
    except asyncio.TimeoutError:
        return "timeout"
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionResetError:
            pass


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await ask(port, 0.01, 1), await ask(port, 1, 0.05))
    limit = asyncio.Semaphore(2)

    async def limited(n):
        async with limit:
            return n, await ask(port, 0.1, 1)

    start = time.perf_counter()
    print(await asyncio.gather(*(limited(n) for n in range(6))))
    print(0.3 <= time.perf_counter() - start < 0.5)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    task = asyncio.create_task(reader.read(10))
    await asyncio.sleep(0.01)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    writer.write(b"0\n")
    print(await reader.readline())
    writer.close()
    server.close()


asyncio.run(main())
