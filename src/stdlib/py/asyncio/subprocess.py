"""Processes for asyncio: their pipes are read, and their end awaited, by threads of the library's own."""

import os
import subprocess
import threading

from . import events
from .streams import StreamReader

PIPE, STDOUT, DEVNULL = subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL


class _Writer:
    def __init__(self, file):
        self._file = file

    def write(self, data):
        self._file.write(data)

    def writelines(self, lines):
        self._file.writelines(lines)

    async def drain(self):
        self._file.flush()

    def close(self):
        self._file.close()

    def is_closing(self):
        return self._file.closed

    def can_write_eof(self):
        return True

    write_eof = close

    async def wait_closed(self):
        pass


class Process:
    def __init__(self, popen, loop):
        self._popen = popen
        self._loop = loop
        self.pid = popen.pid
        self.returncode = None
        self._ended = loop.create_future()
        self.stdin = None if popen.stdin is None else _Writer(popen.stdin)
        self.stdout, self.stderr = self._reader(popen.stdout), self._reader(popen.stderr)
        threading.Thread(target=self._watch, name=f"waitpid-{popen.pid}", daemon=True).start()

    def __repr__(self):
        return f"<{type(self).__name__} {self.pid}>"

    def _reader(self, file):
        if file is None:
            return None
        reader = StreamReader(loop=self._loop)
        threading.Thread(target=self._pump, args=(file, reader), name=f"pipe-{file.fileno()}", daemon=True).start()
        return reader

    def _tell(self, call, *args):
        try:
            self._loop.call_soon_threadsafe(call, *args)
        except RuntimeError:
            pass

    def _pump(self, file, reader):
        while data := os.read(file.fileno(), 65536):
            self._tell(reader.feed_data, data)
        file.close()
        self._tell(reader.feed_eof)

    def _watch(self):
        self._tell(self._end, self._popen.wait())

    def _end(self, status):
        self.returncode = status
        if not self._ended.done():
            self._ended.set_result(None)

    async def wait(self):
        if self.returncode is None:
            from .tasks import shield

            await shield(self._ended)
        return self.returncode

    def send_signal(self, signal):
        if self.returncode is not None:
            raise ProcessLookupError
        self._popen.send_signal(signal)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    async def communicate(self, input=None):
        from .tasks import gather

        if self.stdin is not None:
            if input is not None:
                self.stdin.write(input)
                await self.stdin.drain()
            self.stdin.close()

        async def whole(reader):
            return None if reader is None else await reader.read()

        out, err = await gather(whole(self.stdout), whole(self.stderr))
        await self.wait()
        return out, err


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=65536, **options):
    return _start([program, *args], False, stdin, stdout, stderr, options)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=65536, **options):
    return _start(cmd, True, stdin, stdout, stderr, options)


def _start(command, shell, stdin, stdout, stderr, options):
    for name in ("text", "encoding", "errors", "universal_newlines"):
        if options.get(name):
            raise ValueError(f"{name} must be {'None' if name in ('encoding', 'errors') else 'False'}")
    options.pop("loop", None)
    popen = subprocess.Popen(command, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, **options)
    return Process(popen, events.get_running_loop())
