"""Policies: getting, setting, one of the program's own."""
import asyncio

policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy), isinstance(policy, asyncio.DefaultEventLoopPolicy))


class Counting(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Counting.made += 1
        return super().new_event_loop()


asyncio.set_event_loop_policy(Counting())


async def main():
    return asyncio.get_running_loop() is asyncio.get_event_loop()


print(asyncio.run(main()), Counting.made)
loop = asyncio.new_event_loop()
print(Counting.made)
loop.close()
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()) is type(policy))
try:
    asyncio.set_event_loop_policy(5)
except TypeError as error:
    print(error)
