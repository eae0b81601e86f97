"""as_completed: both forms, time limits, failures, leaving early."""
import asyncio


async def after(seconds, value):
    await asyncio.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    make = lambda: [asyncio.create_task(after(s, v), name=str(v)) for s, v in ((0.03, "c"), (0.01, "a"), (0.02, "b"))]
    print([await f for f in asyncio.as_completed(make())])
    tasks = make()
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.get_name(), task.done(), await task)
    for form in ("plain", "async"):
        tasks = make()
        got = []
        try:
            if form == "plain":
                for f in asyncio.as_completed(tasks, timeout=0.015):
                    got.append(await f)
            else:
                async for f in asyncio.as_completed(tasks, timeout=0.015):
                    got.append(f.result())
        except TimeoutError as error:
            print(form, got, repr(error), [t.done() for t in tasks])
        await asyncio.wait(tasks)
    for f in asyncio.as_completed([after(0, ValueError("x")), after(0.01, "fine")]):
        try:
            print(await f)
        except ValueError as error:
            print("failed", error)
    for f in asyncio.as_completed(make()):
        print("first", await f)
        break
    for bad in (after(0, 1), asyncio.get_running_loop().create_future()):
        try:
            asyncio.as_completed(bad)
        except TypeError as error:
            print(error)
        if asyncio.iscoroutine(bad):
            bad.close()
    print(len(list(asyncio.as_completed([]))))
    completed = asyncio.as_completed([after(0, 1)])
    print(hasattr(completed, "__aiter__"), hasattr(completed, "__iter__"), hasattr(completed, "__next__"))
    await next(completed)
    try:
        next(completed)
    except StopIteration:
        print("no more")


asyncio.run(main())
