# An echo server and clients of the same loop: lines, end of file, closing.
import asyncio


async def handle(reader, writer):
    name = writer.get_extra_info("peername")[0]
    count = 0
    async for line in reader:
        count += 1
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()
    print("served", name, count, reader.at_eof(), writer.is_closing())


async def client(port, n):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    out = []
    for i in range(3):
        writer.write(f"client {n} line {i}\n".encode())
        await writer.drain()
        out.append((await reader.readline()).decode().strip())
        await asyncio.sleep(0.01 * (n + 1))
    writer.write_eof()
    out.append(await reader.read())
    writer.close()
    await writer.wait_closed()
    return out


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))
    async with server:
        for result in await asyncio.gather(*(client(port, n) for n in range(3))):
            print(result)
        await asyncio.sleep(0.01)
    print(server.is_serving(), server.sockets)
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as e:
        print(e.errno, str(e).replace(str(port), "PORT"))


asyncio.run(main())
