# A chat room: what one says, all others hear.
import socket
import socketserver
import threading
import time

lock = threading.Lock()
members = {}


class Chat(socketserver.StreamRequestHandler):
    def handle(self):
        name = self.rfile.readline().strip().decode()
        with lock:
            members[name] = self.wfile
        self.say(name, "joined")
        for line in self.rfile:
            self.say(name, line.strip().decode())
        with lock:
            del members[name]
        self.say(name, "left")

    def say(self, who, text):
        with lock:
            for name, out in members.items():
                if name != who:
                    out.write(f"{who}: {text}\n".encode())


server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Chat)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()


class Member:
    def __init__(self, name):
        self.sock = socket.create_connection(server.server_address)
        self.file = self.sock.makefile("rw")
        self.say(name)

    def say(self, text):
        print(text, file=self.file, flush=True)
        time.sleep(0.02)


ann = Member("ann")
ben = Member("ben")
cid = Member("cid")
ann.say("hello all")
ben.say("hi ann")
for member in (cid, ann, ben):
    member.sock.shutdown(socket.SHUT_WR)
    time.sleep(0.02)
    print(member.sock.makefile("r").read().splitlines())
server.shutdown()
server.server_close()
