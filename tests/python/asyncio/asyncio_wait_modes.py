import asyncio


async def job(name, delay, fail=False):
    await asyncio.sleep(delay)
    if fail:
        raise ValueError(name)
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    make = lambda: [asyncio.create_task(job(n, d, f), name=n) for n, d, f in
                    (("a", 0.01, False), ("b", 0.02, True), ("c", 0.03, False))]
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        tasks = make()
        done, pending = await asyncio.wait(tasks, return_when=mode)
        print(mode, names(done), names(pending))
        await asyncio.gather(*tasks, return_exceptions=True)
    tasks = make()
    done, pending = await asyncio.wait(tasks, timeout=0.015)
    print("timeout", names(done), names(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print("zero", names(done), names(pending))
    await asyncio.wait(tasks)
    done, pending = await asyncio.wait(tasks)
    print("all done", names(done), names(pending))
    tasks[1].exception()
    unused = job("x", 0)
    for wrong in ([], tasks[0], [unused]):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    unused.close()
    try:
        await asyncio.wait(tasks, return_when="SOME")
    except ValueError as e:
        print(e)
    waiting = asyncio.create_task(asyncio.wait([asyncio.create_task(job("slow", 1), name="slow")]))
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("wait cancelled, job goes on:", [t.get_name() for t in asyncio.all_tasks() if t.get_name() == "slow"])


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
