"""Names: counted, from the target, set later, of subclasses, and of the main thread."""
import threading


def work():
    print(threading.current_thread().name)


class Sub(threading.Thread):
    def run(self):
        print(self.name, self is threading.current_thread())


for t in (threading.Thread(target=work), threading.Thread(target=work, name="mine"), Sub(), Sub(name="sub"),
          threading.Thread(target=lambda: work()), threading.Thread(target=print), threading.Thread(target="x".upper)):
    print("made", t.name)
    t.start()
    t.join()
t = threading.Thread(target=work, name=7)
print(repr(t.name))
t.name = 8
print(repr(t.name), t)
t.start()
t.join()
print(threading.main_thread().name, threading.active_count(), len(threading.enumerate()))
threading.current_thread().name = "boss"
print(threading.main_thread().name)
