# Datagram endpoints.
import asyncio


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print("up", type(transport).__name__)

    def datagram_received(self, data, addr):
        self.transport.sendto(b"echo " + data, addr)

    def connection_lost(self, exc):
        print("server lost", exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self, done, count):
        self.done, self.count, self.got = done, count, []

    def datagram_received(self, data, addr):
        self.got.append(data.decode())
        if len(self.got) == self.count:
            self.done.set_result(self.got)

    def error_received(self, exc):
        print("error", type(exc).__name__, exc)
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = server.get_extra_info("sockname")
    done = loop.create_future()
    client, protocol = await loop.create_datagram_endpoint(lambda: Client(done, 3), remote_addr=address)
    for word in ("one", "two", "three"):
        client.sendto(word.encode())
    print(await done)
    try:
        client.sendto(b"x", ("127.0.0.1", 9))
    except ValueError as e:
        print(str(e).replace(str(address[1]), "PORT"))
    server.close()
    await asyncio.sleep(0.01)
    protocol.done = loop.create_future()
    client.sendto(b"anyone?")
    await asyncio.wait_for(protocol.done, 1)
    client.close()
    print(client.is_closing())
    try:
        await loop.create_datagram_endpoint(Echo)
    except ValueError as e:
        print(e)


asyncio.run(main())
