"""Subprocesses in a loop: output, input, errors, exit codes, time-outs."""
import asyncio
import sys


async def main():
    p = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(input()[::-1])", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    print(await p.communicate(b"hello\n"), p.returncode)
    p = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
    print(await p.stdout.read(), await p.stderr.readline(), await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "5")
    try:
        await asyncio.wait_for(p.wait(), 0.05)
    except TimeoutError:
        p.terminate()
    print(await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "5")
    p.kill()
    print(await p.wait(), p.returncode)
    try:
        await asyncio.create_subprocess_exec("no-such-program-here")
    except FileNotFoundError as e:
        print(e)
    try:
        p.kill()
    except ProcessLookupError as e:
        print("gone", e)
    ps = await asyncio.gather(*(asyncio.create_subprocess_exec("echo", str(n), stdout=asyncio.subprocess.PIPE) for n in range(3)))
    print([(await p.communicate())[0] for p in ps])
    p = await asyncio.create_subprocess_shell("printf 'a\\nb\\nc'", stdout=asyncio.subprocess.PIPE)
    async for line in p.stdout:
        print(line)
    print(await p.wait(), type(p).__name__)


asyncio.run(main())
