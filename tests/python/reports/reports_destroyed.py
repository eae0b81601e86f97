"""Tasks that are destroyed while they wait."""
import asyncio


async def forever():
    await asyncio.get_running_loop().create_future()


loop = asyncio.new_event_loop()
task = loop.create_task(forever(), name="waits")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print("closed", task)
task = None
print("end")
raise SystemExit(7)
