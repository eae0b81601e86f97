"""call_later and call_at chains that end the loop."""
import asyncio


def again(loop, left):
    if left:
        loop.call_later(0.07, again, loop, left - 1)
    else:
        loop.call_at(loop.time() + 0.2, loop.stop)


loop = asyncio.new_event_loop()
loop.call_soon(again, loop, 6)
loop.run_forever()
loop.close()
