"""A lock for many readers or one writer, made of a condition."""
import asyncio


class ReadWrite:
    def __init__(self):
        self.condition = asyncio.Condition()
        self.readers, self.writing = 0, False

    async def read(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        print(name, "reads with", self.readers)
        await asyncio.sleep(0.02)
        async with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    async def write(self, name):
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing and not self.readers)
            self.writing = True
        print(name, "writes")
        await asyncio.sleep(0.02)
        async with self.condition:
            self.writing = False
            self.condition.notify_all()


async def main():
    lock = ReadWrite()
    async with asyncio.TaskGroup() as group:
        for name in ("r1", "r2", "w1", "r3", "w2", "r4"):
            group.create_task(lock.read(name) if name[0] == "r" else lock.write(name))
    print(lock.readers, lock.writing)


asyncio.run(main())
