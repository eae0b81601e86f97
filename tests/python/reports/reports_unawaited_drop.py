"""A coroutine that nobody awaits is reported where its last name goes, between the lines that the program prints."""
import asyncio
import sys
import warnings

warnings.showwarning = lambda message, category, file, line, *rest: print(category.__name__, "at", line, message)


async def work(n=0):
    return n


class Client:
    async def go(self):
        return 1

    def start(self):
        return self.go()


def forget():
    c = work(6)
    print("in forget")


def passing(f):
    def wrapper(*args):
        return f(*args)

    return wrapper


@passing
async def wrapped():
    return 4


async def main():
    work(1)
    print("after the statement")
    c = work(2)
    c = None
    print("rebound")
    d = work(3)
    del d
    print("deleted")
    Client().start()
    forget()
    wrapped()
    print(await wrapped(), type(work(3)))
    some = [work(i) for i in range(2)]
    print(len(some))
    some.clear()
    e = work(4)
    print(await asyncio.gather(e, work(5)), await asyncio.create_task(work(7)))
    e = work(5)
    e.close()
    held = {"v": work(6)}
    held.pop("v")
    print("end")


asyncio.run(main())
for i in range(2):
    work(i)
x = work(8)
x = 1
sys.exit(0)
