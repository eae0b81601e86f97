"""What a thread refuses."""
import threading

t = threading.Thread(target=lambda: None, name="w")
for call in (t.join, lambda: threading.current_thread().join(), lambda: threading.Thread(group=1),
             lambda: threading.Thread(target=1, args=2), lambda: threading.Thread(target=1).join(1)):
    try:
        call()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)
print(t, t.ident, t.native_id, t.is_alive(), t.daemon)
t.start()
t.join()
try:
    t.start()
except RuntimeError as e:
    print(e)
try:
    t.daemon = True
    print("late, and fine")
except RuntimeError as e:
    print(e)
print(repr(t).split(" ")[0], t.is_alive(), t.join(), t.join(-1), t.join(0.1))


class Half(threading.Thread):
    def __init__(self):
        pass


for name in ("start", "join", "is_alive"):
    try:
        getattr(Half(), name)()
    except (RuntimeError, AssertionError, AttributeError) as e:
        print(name, type(e).__name__, e)
