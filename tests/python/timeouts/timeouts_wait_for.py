"""wait_for: results, failures, cancellations and limits of every kind."""
import asyncio


async def after(seconds, result=None):
    try:
        await asyncio.sleep(seconds)
        if isinstance(result, Exception):
            raise result
        return result
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise


async def ignores():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "ignored it"


async def fails_late():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("late")


async def attempt(name, aw, limit):
    try:
        print(name, await asyncio.wait_for(aw, limit))
    except BaseException as error:
        print(name, type(error).__name__, error.args, type(error.__cause__).__name__)


async def main():
    await attempt("in time", after(0.01, "r"), 0.05)
    await attempt("late", after(0.05, "r"), 0.01)
    await attempt("fails", after(0, KeyError("k")), 0.05)
    await attempt("ignores", ignores(), 0.01)
    await attempt("fails late", fails_late(), 0.01)
    await attempt("zero", after(0, "r"), 0)
    await attempt("negative", after(0, "r"), -1)
    await attempt("none", after(0, "r"), None)
    done = asyncio.create_task(after(0, "done"))
    await done
    await attempt("done at zero", done, 0)
    await attempt("timeout error from inside", after(0, TimeoutError("own")), 1)
    future = asyncio.get_running_loop().create_future()
    await attempt("future", future, 0.01)
    print(future.cancelled())
    task = asyncio.create_task(after(0.03, "shielded"))
    await attempt("shield", asyncio.shield(task), 0.01)
    print(await task)
    task = asyncio.create_task(attempt("outside", after(1), 1))
    await asyncio.sleep(0.01)
    task.cancel("stop")
    await task
    task = asyncio.create_task(after(1))
    outer = asyncio.create_task(attempt("inner", task, 1))
    await asyncio.sleep(0.01)
    task.cancel("inner")
    await outer


asyncio.run(main())
