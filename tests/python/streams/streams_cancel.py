# Cancelled readers, writers and servers; a task group that takes its connections down.
import asyncio


async def main():
    closed = []

    async def handle(reader, writer):
        try:
            await reader.read(10)
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            closed.append("handler cancelled")
            raise
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address)
    writer.write(b"x")
    await asyncio.sleep(0.01)
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            task.cancel()
    print(await reader.read(), closed)
    writer.close()

    async def failing():
        await asyncio.sleep(0.01)
        raise ValueError("one fails")

    async def waiting():
        reader, writer = await asyncio.open_connection(*address)
        try:
            await reader.readexactly(5)
        except asyncio.CancelledError:
            print("reader cancelled")
            raise
        finally:
            writer.close()

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waiting())
            group.create_task(failing())
    except* ValueError as e:
        print(e.exceptions)
    task = asyncio.create_task(asyncio.open_connection(*address))
    await asyncio.sleep(0)
    task.cancel()
    print((await asyncio.gather(task, return_exceptions=True))[0].__class__.__name__)
    server.close()
    await asyncio.sleep(0.01)


asyncio.run(main())
