"""logging.handlers that send through sockets: to a server of the program, and to a port where nobody listens."""

import logging
import logging.handlers
import pickle
import socket
import struct
import threading

log = logging.getLogger("app")
log.setLevel(logging.DEBUG)
log.propagate = False

server = socket.create_server(("127.0.0.1", 0))
seen = []


def serve():
    conn, _ = server.accept()
    with conn, conn.makefile("rb") as f:
        while head := f.read(4):
            fields = pickle.loads(f.read(struct.unpack(">L", head)[0]))
            record = logging.makeLogRecord(fields)
            seen.append((record.name, record.levelname, record.getMessage(), record.args))


thread = threading.Thread(target=serve)
thread.start()
handler = logging.handlers.SocketHandler("127.0.0.1", server.getsockname()[1])
log.addHandler(handler)
log.info("number %d", 7)
log.warning("plain")
log.removeHandler(handler)
handler.close()
thread.join()
print(*seen, sep="\n")

port = server.getsockname()[1]
server.close()
silent = logging.handlers.SocketHandler("127.0.0.1", port)
log.addHandler(silent)
log.error("nobody hears this")
print(silent.sock, silent.retryPeriod)
log.removeHandler(silent)

box = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
box.bind(("127.0.0.1", 0))
syslog = logging.handlers.SysLogHandler(box.getsockname(), facility="local3")
syslog.ident = "prog: "
log.addHandler(syslog)
log.critical("lost %s", "it")
log.debug("small")
print(box.recv(200), box.recv(200))
print(syslog.mapPriority("ODD"), syslog.encodePriority("mail", "err"))
try:
    socket.socket(socket.AF_CAN, socket.SOCK_RAW, 77)
except OSError as e:
    print(type(e).__name__)
