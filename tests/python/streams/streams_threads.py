# A loop in one thread serves blocking clients in others; a blocking server in a thread serves a loop.
import asyncio
import socket
import threading


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    await asyncio.sleep(0.02)
    writer.write(f"hello {name}\n".encode())
    writer.close()


def client(address, name, out):
    with socket.create_connection(address) as s, s.makefile("rw") as f:
        print(name, file=f, flush=True)
        out.append(f.read().strip())


async def main():
    out = []
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    threads = [threading.Thread(target=client, args=(address, n, out)) for n in ("ada", "bob", "cid")]
    for t in threads:
        t.start()
    await asyncio.gather(*(asyncio.to_thread(t.join) for t in threads))
    print(sorted(out))
    server.close()
    await server.wait_closed()
    listener = socket.create_server(("127.0.0.1", 0))

    def blocking():
        conn, _ = listener.accept()
        with conn:
            while data := conn.recv(100):
                conn.sendall(data[::-1])

    t = threading.Thread(target=blocking)
    t.start()
    reader, writer = await asyncio.open_connection(*listener.getsockname())
    for word in (b"abc", b"12345"):
        writer.write(word)
        print(await reader.readexactly(len(word)))
    writer.close()
    await writer.wait_closed()
    t.join()
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    threading.Timer(0.02, loop.call_soon_threadsafe, (event.set,)).start()
    await event.wait()
    print("woken")


asyncio.run(main())
