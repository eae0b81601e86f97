"""Time limits of nothing and of the past around things that wait and that do not."""
import asyncio


async def quick():
    return "quick"


async def turn():
    await asyncio.sleep(0)
    return "after a turn"


async def two_turns():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return "after two"


async def main():
    for seconds in (0, -1):
        for make in (quick, turn, two_turns):
            for form in ("timeout", "timeout_at", "wait_for", "wait"):
                try:
                    if form == "timeout":
                        async with asyncio.timeout(seconds):
                            result = await make()
                    elif form == "timeout_at":
                        async with asyncio.timeout_at(asyncio.get_running_loop().time() + seconds):
                            result = await make()
                    elif form == "wait_for":
                        result = await asyncio.wait_for(make(), seconds)
                    else:
                        task = asyncio.create_task(make())
                        done, pending = await asyncio.wait([task], timeout=seconds)
                        result = f"{len(done)} done"
                        await task
                except TimeoutError:
                    result = "late"
                print(seconds, make.__name__, form, result)


asyncio.run(main())
