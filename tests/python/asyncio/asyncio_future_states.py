import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    print(fut, fut.done(), fut.cancelled(), fut.get_loop() is loop)
    for ask in (fut.result, fut.exception):
        try:
            ask()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    order = []

    def first(f):
        order.append(1)

    fut.add_done_callback(first)
    fut.add_done_callback(lambda f: order.append(2))
    fut.add_done_callback(first)
    print(fut.remove_done_callback(first), fut.remove_done_callback(first))
    fut.set_result([1, 2])
    print(fut, order, fut.result(), fut.exception())
    await asyncio.sleep(0)
    fut.add_done_callback(lambda f: order.append(3))
    print(order)
    await asyncio.sleep(0)
    print(order, await fut, fut.cancel())
    for act in (lambda: fut.set_result(1), lambda: fut.set_exception(ValueError())):
        try:
            act()
        except asyncio.InvalidStateError as e:
            print(e)
    bad = asyncio.Future()
    bad.set_exception(ValueError("b"))
    print(bad, repr(bad.exception()))
    for _ in range(2):
        try:
            await bad
        except ValueError as e:
            print("raised", e)
    by_class = loop.create_future()
    by_class.set_exception(KeyError)
    print(repr(by_class.exception()))
    stopped = loop.create_future()
    stopped.set_exception(StopIteration)
    print(repr(stopped.exception()))
    gone = loop.create_future()
    print(gone.cancel("message"), gone.cancel(), gone, gone.cancelled(), gone.done())
    try:
        await gone
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    gone.extra = 5
    print(gone.extra, asyncio.isfuture(gone), asyncio.isfuture(main), isinstance(gone, asyncio.Future))


asyncio.run(main())
