# The server's view of its clients: closing, aborting, waiting for them; accepted sockets and pairs as streams.
import asyncio
import socket


async def main():
    seen = []

    async def handle(reader, writer):
        try:
            while data := await reader.read(10):
                seen.append(data)
            seen.append("eof")
        except ConnectionResetError as e:
            seen.append(type(e).__name__)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"hello")
    await asyncio.sleep(0.02)
    server.close()
    waiting = asyncio.create_task(server.wait_closed())
    await asyncio.sleep(0.02)
    print(waiting.done(), seen)
    server.close_clients()
    print(await reader.read(), seen)
    await waiting
    print(waiting.done())
    writer.close()
    a, b = socket.socketpair()
    ra, wa = await asyncio.open_connection(sock=a)
    rb, wb = await asyncio.open_connection(sock=b)
    wa.write(b"over a pair\n")
    print(await rb.readline())
    wb.writelines([b"1", b"2", b"3"])
    wb.close()
    print(await ra.read(), wa.get_extra_info("socket").family.name)
    wa.close()
    listener = socket.create_server(("127.0.0.1", 0))
    server = await asyncio.start_server(handle, sock=listener)
    print(server.sockets[0].getsockname() == listener.getsockname())
    c = socket.create_connection(listener.getsockname())
    c.sendall(b"blocking")
    await asyncio.sleep(0.02)
    print(seen[-1])
    c.close()
    await asyncio.sleep(0.02)
    print(seen[-1])
    server.close()
    await server.wait_closed()


asyncio.run(main())
