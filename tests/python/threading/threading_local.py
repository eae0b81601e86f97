import threading

data = threading.local()
data.x = "main"

def work(n):
    print(hasattr(data, "x"))
    data.x = n
    print(data.x, data.__dict__)

for n in range(2):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(data.x)
try:
    data.y
except AttributeError as e:
    print(e)
del data.x
print(data.__dict__)

class Mine(threading.local):
    count = 0

    def __init__(self, start):
        self.value = start
        print("init", start)

    def bump(self):
        self.value += 1
        return self.value

m = Mine(10)
print(m.bump(), m.bump())
t = threading.Thread(target=lambda: print(m.bump()))
t.start()
t.join()
print(m.value, m.count)
