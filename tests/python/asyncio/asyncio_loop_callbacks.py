import asyncio

loop = asyncio.new_event_loop()
log = []
loop.call_later(0.02, log.append, "later 2")
loop.call_later(0.01, log.append, "later 1")
loop.call_soon(log.append, "soon 1")
h = loop.call_soon(log.append, "cancelled")
loop.call_soon(lambda: (log.append("soon 2"), loop.call_soon(log.append, "next turn")))
loop.call_soon(log.append, "soon 3")
h.cancel()
t = loop.call_later(0.015, log.append, "cancelled too")
print(h.cancelled(), t.cancelled(), t.when() > loop.time())
t.cancel()
t.cancel()
loop.call_later(0.03, loop.stop)
loop.call_at(loop.time() + 0.025, log.append, "at")
loop.run_forever()
print(*log, sep=", ")
log.clear()
loop.call_soon(loop.stop)
loop.call_soon(log.append, "same turn as stop")
loop.call_soon(loop.call_soon, log.append, "after stop")
loop.run_forever()
print(log)
loop.run_until_complete(asyncio.sleep(0))
print(log, loop.is_running(), loop.is_closed())
try:
    loop.call_soon()
except TypeError as e:
    print("TypeError")
try:
    loop.call_later(None, print)
except TypeError as e:
    print(e)
try:
    loop.call_at(None, print)
except TypeError as e:
    print(e)
future = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as e:
    print(e)
loop.close()
loop.close()
for act in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print)):
    try:
        act()
    except RuntimeError as e:
        print(e)
