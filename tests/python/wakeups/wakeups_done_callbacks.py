"""Done callbacks: order, contexts of errors, removal, adding when done."""
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    out = []
    f = loop.create_future()
    a = lambda f: out.append("a")
    f.add_done_callback(a)
    f.add_done_callback(lambda f: out.append("b"))
    f.add_done_callback(a)
    print(f.remove_done_callback(a), f.remove_done_callback(print))
    f.add_done_callback(lambda f: f.add_done_callback(lambda f: out.append("nested")))
    f.set_result(1)
    print(out)
    await asyncio.sleep(0)
    print(out)
    await asyncio.sleep(0)
    print(out)
    f.add_done_callback(lambda f: out.append("late"))
    print(out[-1])
    await asyncio.sleep(0)
    print(out[-1])
    t = asyncio.create_task(asyncio.sleep(0, "v"))
    t.add_done_callback(lambda t: out.append(t.result()))
    print(await t, out[-1])
    await asyncio.sleep(0)
    print(out[-1])
    try:
        f.add_done_callback()
    except TypeError as e:
        print("TypeError")


asyncio.run(main())
