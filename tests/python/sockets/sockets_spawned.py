# A process started afresh connects to its parent's port.
import multiprocessing
import socket


def client(port, name):
    with socket.create_connection(("127.0.0.1", port)) as s, s.makefile("rw") as f:
        print(name, file=f, flush=True)
        print(f.readline().strip(), flush=True)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        for name in ("ada", "bob"):
            p = context.Process(target=client, args=(port, name))
            p.start()
            conn, _ = listener.accept()
            with conn, conn.makefile("rw") as f:
                f.write(f"welcome {f.readline().strip()}\n")
            p.join()
            print(p.exitcode)
