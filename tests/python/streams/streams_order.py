# In which turns of the loop what happens: who is told first.
import asyncio

log = []


class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        log.append("server made")

    def data_received(self, data):
        log.append(f"server {data.decode()}")
        self.transport.write(data[::-1])

    def eof_received(self):
        log.append("server eof")

    def connection_lost(self, exc):
        log.append(f"server lost {exc}")


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done

    def connection_made(self, transport):
        log.append("client made")
        transport.write(b"abc")
        asyncio.get_running_loop().call_soon(log.append, "soon after made")

    def data_received(self, data):
        log.append(f"client {data.decode()}")

    def connection_lost(self, exc):
        log.append(f"client lost {exc}")
        self.done.set_result(True)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", 0)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), *server.sockets[0].getsockname())
    log.append("connected")
    print(type(transport).__name__, isinstance(protocol, Client), transport.get_protocol() is protocol)
    await asyncio.sleep(0.02)
    transport.close()
    log.append("close called")
    transport.close()
    print(transport.is_closing())
    await done
    await asyncio.sleep(0.02)
    server.close()
    await server.wait_closed()
    print("\n".join(log))


asyncio.run(main())
