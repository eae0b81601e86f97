"""What ends the program is raised through the loop: the frames that are told of it."""
import asyncio
import os
import traceback


def show(e):
    for f in traceback.extract_tb(e.__traceback__):
        print(" ", os.path.basename(f.filename), f.lineno, f.name, f.line)
    print(repr(e), repr(e.__context__), repr(e.__cause__))


def callback(what):
    raise what


async def calls(what):
    asyncio.get_running_loop().call_soon(callback, what)
    await asyncio.sleep(1)


async def raises(what):
    await asyncio.sleep(0.01)
    raise what


async def in_a_task(what):
    await asyncio.create_task(raises(what), name="inner")


for main in (calls, raises, in_a_task):
    for what in (KeyboardInterrupt("now"), SystemExit(3)):
        print(main.__name__)
        try:
            asyncio.run(main(what))
        except BaseException as e:
            show(e)

try:
    asyncio.run(raises(SystemExit(4)), debug=True)
except BaseException as e:
    show(e)

loop = asyncio.new_event_loop()
loop.call_later(0.01, callback, SystemExit(5))
try:
    loop.run_forever()
except BaseException as e:
    show(e)
loop.close()
