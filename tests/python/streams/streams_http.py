# A small HTTP server written with streams, asked by a client written with streams, several at a time.
import asyncio
import json


async def handle(reader, writer):
    request = (await reader.readline()).decode()
    headers = {}
    while (line := (await reader.readline()).strip()):
        name, _, value = line.decode().partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    method, path, _ = request.split()
    await asyncio.sleep(0.01)
    answer = json.dumps({"method": method, "path": path, "body": body.decode()}).encode()
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(answer) + answer)
    await writer.drain()
    writer.close()


async def fetch(port, method, path, body=b""):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{method} {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    length = int(next(h.split(":")[1] for h in head if h.startswith("Content-Length")))
    data = json.loads(await reader.readexactly(length))
    writer.close()
    await writer.wait_closed()
    return head[0], data


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(port, "GET", f"/{n}")) for n in range(4)]
        tasks.append(group.create_task(fetch(port, "POST", "/p", b"some text")))
    for t in tasks:
        print(t.result())
    server.close()


asyncio.run(main())
