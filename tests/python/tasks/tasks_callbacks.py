"""Done callbacks of tasks: order, contexts, removal, failures."""
import asyncio
import contextvars

var = contextvars.ContextVar("var", default="unset")


async def work():
    var.set("inside")
    return "result"


def show(name):
    def callback(task):
        print(name, task.result(), var.get())

    return callback


async def main():
    var.set("main")
    task = asyncio.create_task(work())
    twice = show("twice")
    task.add_done_callback(show("first"))
    task.add_done_callback(twice)
    task.add_done_callback(twice)
    own = contextvars.copy_context()
    own.run(var.set, "own context")
    task.add_done_callback(show("with context"), context=own)
    gone = show("gone")
    task.add_done_callback(gone)
    task.add_done_callback(gone)
    print(task.remove_done_callback(gone), task.remove_done_callback(gone))
    await task
    print(task.remove_done_callback(twice))
    task.add_done_callback(show("late"))
    print("not yet")
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(context["message"].split(" at ")[0], repr(context["exception"]), sorted(context)))
    task.add_done_callback(lambda t: 1 / 0)
    task.add_done_callback(lambda t: print("the next one runs"))
    await asyncio.sleep(0)


asyncio.run(main())
