# What goes wrong: exceptions in a handler, resets, refused arguments, addresses in use.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"], repr(context.get("exception"))))

    async def faulty(reader, writer):
        await reader.readline()
        raise ValueError("in the handler")

    server = await asyncio.start_server(faulty, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"x\n")
    print(await reader.read())
    writer.close()
    try:
        await asyncio.start_server(faulty, *address)
    except OSError as e:
        print(e.errno, str(e).replace(str(address[1]), "PORT"))
    reader, writer = await asyncio.open_connection(*address)
    writer.transport.abort()
    print(await reader.read(), writer.is_closing())
    await writer.wait_closed()
    try:
        writer.write("text")
    except TypeError as e:
        print(e)
    for args, kw in (
        ((), {}),
        (("127.0.0.1", 1), {"sock": object()}),
        (("127.0.0.1", address[1]), {"server_hostname": "x"}),
    ):
        try:
            await asyncio.open_connection(*args, **kw)
        except ValueError as e:
            print(e)
    try:
        await asyncio.start_server(faulty, ssl=True)
    except TypeError as e:
        print(e)
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection(*address)
    except OSError as e:
        print(type(e).__name__, str(e).replace(str(address[1]), "PORT"))
    try:
        await asyncio.open_connection("name.invalid", 80)
    except OSError as e:
        print(type(e).__name__, e.errno)


asyncio.run(main())
