# A thread serves connections one after the other; the client half-closes and reads to the end.
import socket
import threading


def serve(listener, count):
    for _ in range(count):
        conn, addr = listener.accept()
        with conn:
            total = b""
            while chunk := conn.recv(4):
                total += chunk
            conn.sendall(total[::-1])
            print("served", addr[0], len(total))


listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 0))
listener.listen(5)
thread = threading.Thread(target=serve, args=(listener, 3))
thread.start()
for text in (b"hello", b"x" * 100_000, b""):
    with socket.create_connection(listener.getsockname()) as s:
        s.sendall(text)
        s.shutdown(socket.SHUT_WR)
        got = b""
        while piece := s.recv(65536):
            got += piece
        assert got == text[::-1]
        print(len(got), s.recv(10))
    thread.join(0.05)
thread.join()
listener.close()
print(listener.fileno(), listener)
