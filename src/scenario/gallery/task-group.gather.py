# title: One fails: what about the others?
# look: gather reports the failure at once and lets the others run on, unwatched. A TaskGroup cancels them and waits until they have ended.
# ask: One of three tasks raises after 0.5 s. What does a TaskGroup do with the other two?
# choice: It lets them finish
# choice: = It cancels them
# choice: It raises their errors, too
# try: Let two of the tasks fail and read the ExceptionGroup.
# select: TaskGroup
# variant: gather

import asyncio


async def work(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(f"{name} failed")
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        await asyncio.gather(work("a", 1), work("b", 0.5, fails=True), work("c", 2))
    except ValueError as e:
        print("main:", e)
    await asyncio.sleep(2)


asyncio.run(main())
