import sys
from threading import Thread

sys.setswitchinterval(0.001)
switches, last = 0, None


def work(me):
    global switches, last
    n = 0
    while n < 4_000_000:
        if last is not me:
            last = me
            switches += 1
        n = n + 1


threads = [Thread(target=work, args=(name,)) for name in ("a", "b")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("switches", switches)
