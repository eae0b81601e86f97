# Datagrams: a handler per packet, answering through the server's socket.
import socket
import socketserver
import threading


class Reverse(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        sock.sendto(data[::-1], self.client_address)


class Echo(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(b"<" + self.rfile.read() + b">")


for handler in (Reverse, Echo):
    with socketserver.UDPServer(("127.0.0.1", 0), handler) as server:
        t = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        t.start()
        client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        client.settimeout(2)
        for text in (b"abc", b"", b"12345"):
            client.sendto(text, server.server_address)
            print(client.recv(100))
        server.shutdown()
        t.join()
        client.close()
print(socketserver.UDPServer.max_packet_size, socketserver.UDPServer.socket_type.name)
