# Processes in asyncio: communicate, lines as they come, several at a time, ends and signals.
import asyncio
import sys
import time
from asyncio.subprocess import PIPE

async def shell(text):
    p = await asyncio.create_subprocess_shell(text, stdout=PIPE, stderr=PIPE)
    out, err = await p.communicate()
    return p.returncode, out.decode(), err.decode()

async def main():
    print(await shell("echo hello"), await shell("exit 3"), await shell("echo a; echo b"))
    p = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    print(await p.communicate(b"typed"), p.returncode)
    code = "import time\nfor i in range(3):\n    print('line', i, flush=True)\n    time.sleep(0.05)"
    p = await asyncio.create_subprocess_exec(sys.executable, "-c", code, stdout=PIPE)
    while line := await p.stdout.readline():
        print("got", line)
    print(await p.wait(), p.stdout.at_eof(), p.stdin, p.stderr)
    start = time.perf_counter()
    procs = [await asyncio.create_subprocess_exec("sleep", str(s)) for s in (0.3, 0.1, 0.2)]
    print([p.returncode for p in procs], await asyncio.gather(*(p.wait() for p in procs)), round(time.perf_counter() - start, 1))
    p = await asyncio.create_subprocess_exec("sleep", "30")
    try:
        await asyncio.wait_for(p.wait(), 0.05)
    except asyncio.TimeoutError:
        print("timeout")
    p.terminate()
    print(await p.wait(), p.returncode)
    try:
        await asyncio.create_subprocess_exec("no-such-command-at-all")
    except FileNotFoundError as e:
        print(e)
    p = await asyncio.create_subprocess_shell("echo 1; echo 2", stdout=PIPE)
    print([line.decode().strip() async for line in p.stdout], await p.wait())

asyncio.run(main())
