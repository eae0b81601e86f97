# Protocols: pausing, half-closed connections, buffered ones, an exchange of protocols.
import asyncio


class Lines(asyncio.Protocol):
    def __init__(self):
        self.rest = b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        *lines, self.rest = (self.rest + data).split(b"\n")
        for line in lines:
            self.transport.write(b"<" + line + b">")

    def eof_received(self):
        self.transport.write(b"after eof, rest " + self.rest)
        self.transport.write_eof()
        return True


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, done):
        self.buffer, self.got, self.done = bytearray(4), b"", done

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, n):
        self.got += bytes(self.buffer[:n])

    def eof_received(self):
        self.done.set_result(self.got)


async def main():
    loop = asyncio.get_running_loop()
    protocols = []

    def factory():
        protocols.append(Lines())
        return protocols[-1]

    server = await loop.create_server(factory, "127.0.0.1", 0)
    done = loop.create_future()
    transport, _ = await loop.create_connection(lambda: Buffered(done), *server.sockets[0].getsockname())
    transport.write(b"one\ntw")
    transport.writelines([b"o\n", b"par", b"t"])
    await asyncio.sleep(0.01)
    print(transport.can_write_eof(), transport.is_reading())
    transport.write_eof()
    print(await done)
    await asyncio.sleep(0.01)
    print(transport.is_closing())
    protocols[0].transport.close()
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.transport.pause_reading()
    print(writer.transport.is_reading())
    writer.write(b"quiet\n")
    try:
        await asyncio.wait_for(reader.read(100), 0.02)
    except TimeoutError:
        print("nothing while paused")
    writer.transport.resume_reading()
    writer.transport.resume_reading()
    print(await reader.read(100))
    print(sorted(k for k in writer.transport._extra)[:3], writer.get_extra_info("nothing", 5))
    writer.close()
    server.close()


asyncio.run(main())
