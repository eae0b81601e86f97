# title: A task that sleeps
# look: At the await the task hands control back to the event loop, which has nothing else to do for 3 s.
# ask: A task awaits a sleep of 3 s, and there is no other task. What does the loop do meanwhile?
# choice: It counts the seconds
# choice: = It sleeps, too
# choice: It ends
# try: Start a second task with a shorter sleep.
# variant: asyncio

import asyncio


async def task():
    print("start")
    await asyncio.sleep(3)
    print("complete")


print("before")
asyncio.run(task())
print("after")
