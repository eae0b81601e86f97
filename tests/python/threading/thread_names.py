import threading


def task():
    names.append(threading.current_thread().name)


names = []
threads = [threading.Thread(target=task) for _ in range(3)]
threads.append(threading.Thread(target=lambda: names.append(threading.current_thread().name)))
threads.append(threading.Thread(target=task, name="special"))
for t in threads:
    t.start()
    t.join()
print(names)
t = threading.Thread(target=task, daemon=True)
print(t.daemon, t.is_alive(), t.ident, t.name)
t.start()
t.join()
print(t.ident is not None)
for bad in (lambda: t.start(), lambda: threading.Thread(target=task).join(), lambda: threading.current_thread().join()):
    try:
        bad()
    except RuntimeError as error:
        print(error)
