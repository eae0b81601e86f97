import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def handle(name):
    user.set(name)
    await asyncio.sleep(0.01)
    return f"{name}:{user.get()}"


async def main():
    print(await asyncio.gather(handle("a"), handle("b")), user.get())
    token = user.set("outer")
    print(user.get())
    user.reset(token)
    print(user.get())


asyncio.run(main())
