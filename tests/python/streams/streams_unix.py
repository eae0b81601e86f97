# Streams over sockets of the file system.
import asyncio
import os
import tempfile


async def handle(reader, writer):
    data = await reader.read(100)
    writer.write(data.swapcase())
    await writer.drain()
    writer.close()


async def main():
    path = os.path.join(tempfile.mkdtemp(), "sock")
    server = await asyncio.start_unix_server(handle, path)
    print(server.sockets[0].family.name, server.sockets[0].getsockname() == path)
    reader, writer = await asyncio.open_unix_connection(path)
    print(writer.get_extra_info("peername") == path, repr(writer.get_extra_info("sockname")))
    writer.write(b"Hello")
    print(await reader.read())
    writer.close()
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_unix_connection(path + "x")
    except FileNotFoundError as e:
        print(e)
    try:
        await asyncio.open_unix_connection()
    except ValueError as e:
        print(e)


asyncio.run(main())
