"""Tasks and futures that failed and that nobody asked: when and how they are reported."""
import asyncio


async def fail(n):
    raise ValueError(f"failed {n}")


async def main():
    asyncio.create_task(fail(1), name="one")
    await asyncio.sleep(0.01)
    print("after the first", flush=True)
    kept = asyncio.create_task(fail(2), name="two")
    await asyncio.sleep(0.01)
    print("kept", kept.done(), flush=True)
    asked = asyncio.create_task(fail(3), name="three")
    await asyncio.wait([asked])
    print("asked", asked.exception(), flush=True)
    g = asyncio.gather(fail(4), fail(5))
    try:
        await g
    except ValueError as e:
        print("gather", e)


asyncio.run(main())
print("end", flush=True)
raise SystemExit(2)
