import asyncio, signal, _thread, threading, time, os

async def main():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled')
        raise

def poke():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)

for how in ('run', 'runner'):
    threading.Thread(target=poke).start()
    try:
        if how == 'run':
            asyncio.run(main())
        else:
            with asyncio.Runner() as r:
                r.run(main())
    except KeyboardInterrupt as e:
        print(how, 'interrupted', repr(e))

async def direct():
    signal.raise_signal(signal.SIGINT)
    print('still running')
    await asyncio.sleep(1)
    print('never')

try:
    asyncio.run(direct())
except KeyboardInterrupt:
    print('direct')

async def caught():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print('swallowed')
        return 7
print(asyncio.run(caught()))

async def busy():
    _thread.interrupt_main()
    await asyncio.sleep(0.1)
    print('not here')
try:
    asyncio.run(busy())
except KeyboardInterrupt:
    print('interrupted main')

async def twice():
    signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGINT)
try:
    asyncio.run(twice())
except KeyboardInterrupt:
    print('twice')
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)

async def own():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, lambda: (print('usr1'), done.set()))
    loop.call_later(0.05, os.kill, os.getpid(), signal.SIGUSR1)
    await done.wait()
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
asyncio.run(own())
