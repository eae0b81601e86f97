# loop.sock_*: operations on sockets of one's own, and readers and writers of descriptors.
import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)

    async def serve():
        conn, address = await loop.sock_accept(listener)
        print("accepted", conn.getblocking(), address[0])
        with conn:
            while data := await loop.sock_recv(conn, 1024):
                await loop.sock_sendall(conn, data * 2)

    task = asyncio.create_task(serve())
    with socket.socket() as s:
        s.setblocking(False)
        await loop.sock_connect(s, listener.getsockname())
        await loop.sock_sendall(s, b"ab")
        print(await loop.sock_recv(s, 100))
        buffer = bytearray(10)
        await loop.sock_sendall(s, b"xyz")
        n = await loop.sock_recv_into(s, buffer)
        print(n, buffer[:n])
        s.shutdown(socket.SHUT_WR)
        print(await loop.sock_recv(s, 100))
    await task
    a, b = socket.socketpair()
    a.setblocking(False), b.setblocking(False)
    got = loop.create_future()
    loop.add_reader(a, lambda: got.set_result(a.recv(100)))
    loop.call_later(0.01, b.send, b"through a reader")
    print(await got)
    print(loop.remove_reader(a), loop.remove_reader(a))
    turns = []

    def writable():
        turns.append(len(turns))
        if len(turns) == 3:
            loop.remove_writer(b)
            done.set_result(None)

    done = loop.create_future()
    loop.add_writer(b.fileno(), writable)
    await done
    print(turns)
    task = asyncio.create_task(loop.sock_recv(a, 10))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), loop.remove_reader(a))
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    s = socket.socket()
    s.setblocking(False)
    try:
        await loop.sock_connect(s, closed.getsockname())
    except OSError as e:
        print(str(e).replace(str(closed.getsockname()[1]), "PORT"))
    print((await loop.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))[0][4], await loop.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))


asyncio.run(main())
