"""uvloop's names for asyncio's own loop: the simulated machine has no slower one."""

import asyncio

Loop = asyncio.SelectorEventLoop


def new_event_loop():
    return Loop()


def run(main, *, loop_factory=new_event_loop, debug=None):
    with asyncio.Runner(loop_factory=loop_factory, debug=debug) as runner:
        return runner.run(main)


class EventLoopPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return Loop()


def install():
    asyncio.set_event_loop_policy(EventLoopPolicy())
