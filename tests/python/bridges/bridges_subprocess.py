"""Commands run from the loop: output, input, status, time limits."""
import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec("echo", "hello", "world", stdout=asyncio.subprocess.PIPE)
    out, err = await process.communicate()
    print(out, err, process.returncode)
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "import sys; print(sys.stdin.read().upper()); sys.exit(3)",
                                                   stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate(b"text")
    print(out, await process.wait())
    process = await asyncio.create_subprocess_shell("echo one; echo two", stdout=asyncio.subprocess.PIPE)
    async for line in process.stdout:
        print(line)
    print(await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "5")
    try:
        await asyncio.wait_for(process.wait(), 0.1)
    except TimeoutError:
        process.kill()
        print("killed", await process.wait())
    processes = await asyncio.gather(*(asyncio.create_subprocess_exec("sleep", "0.1") for _ in range(3)))
    print(await asyncio.gather(*(p.wait() for p in processes)))


asyncio.run(main())
