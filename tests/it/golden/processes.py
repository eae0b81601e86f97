from multiprocessing import Pipe, Process


def child(end):
    end.send("hello")


here, there = Pipe()
p = Process(target=child, args=(there,))
p.start()
print(here.recv())
p.join()
