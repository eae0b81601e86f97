# A chat room on one loop: a queue per member, what one says goes to all others.
import asyncio

members = {}


async def member(reader, writer):
    name = (await reader.readline()).decode().strip()
    queue = members[name] = asyncio.Queue()

    async def send():
        while (text := await queue.get()) is not None:
            writer.write(text.encode() + b"\n")
            await writer.drain()

    sender = asyncio.create_task(send())
    try:
        say(name, "joined")
        async for line in reader:
            say(name, line.decode().strip())
    finally:
        del members[name]
        say(name, "left")
        queue.put_nowait(None)
        await sender
        writer.close()


def say(who, text):
    for name, queue in members.items():
        if name != who:
            queue.put_nowait(f"{who}: {text}")


async def talk(port, name, lines, delay):
    await asyncio.sleep(delay)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{name}\n".encode())
    for line in lines:
        await asyncio.sleep(0.05)
        writer.write(f"{line}\n".encode())
    await asyncio.sleep(0.05)
    writer.write_eof()
    heard = (await reader.read()).decode().splitlines()
    writer.close()
    return name, heard


async def main():
    server = await asyncio.start_server(member, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    talks = talk(port, "ann", ["hello", "bye"], 0), talk(port, "ben", ["hi"], 0.02), talk(port, "cid", [], 0.06)
    for name, heard in await asyncio.gather(*talks):
        print(name, heard)
    server.close()


asyncio.run(main())
