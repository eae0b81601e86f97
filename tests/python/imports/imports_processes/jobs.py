import asyncio

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"

def square(x):
    return x * x

def make(n):
    return Point(n, -n)

def put(q, point):
    q.put((point, __name__))

async def one(n):
    await asyncio.sleep(0.01 * n)
    return n

async def gathered(n):
    return await asyncio.gather(*[one(i) for i in range(n)])
