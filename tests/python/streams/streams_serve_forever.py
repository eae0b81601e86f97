# serve_forever, start_serving, and what ends them.
import asyncio


async def handle(reader, writer):
    writer.write(b"hello\n")
    await writer.drain()
    writer.close()


async def greet(port):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    text = await reader.read()
    writer.close()
    return text


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0, start_serving=False)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving())
    try:
        await greet(port)
    except ConnectionRefusedError:
        print("not yet")
    await server.start_serving()
    print(server.is_serving(), await greet(port))
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print("is already being awaited" in str(e))
    print(await greet(port))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", server.is_serving(), server.sockets)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print("is closed" in str(e))
    await server.wait_closed()
    server.close()
    print(type(server).__name__, isinstance(server, asyncio.AbstractServer), server.get_loop() is asyncio.get_running_loop())


asyncio.run(main())
