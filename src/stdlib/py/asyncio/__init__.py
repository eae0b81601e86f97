"""asyncio: tasks on an event loop."""

from asyncio.exceptions import (BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError,
                                LimitOverrunError, SendfileNotAvailableError, TimeoutError)
from asyncio.events import (AbstractEventLoop, AbstractEventLoopPolicy, AbstractServer, Handle, TimerHandle,
                            _get_running_loop, _set_running_loop, get_event_loop, get_event_loop_policy,
                            get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy)
from asyncio.events import DefaultEventLoopPolicy
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed,
                           create_eager_task_factory, create_task, current_task, eager_task_factory, ensure_future,
                           gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for)
from asyncio.base_events import BaseEventLoop, SelectorEventLoop
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown
from asyncio.taskgroups import TaskGroup
from asyncio.runners import Runner, run
from asyncio.threads import to_thread

EventLoop = SelectorEventLoop


def __getattr__(name):
    if name in ('create_subprocess_exec', 'create_subprocess_shell', 'subprocess'):
        import asyncio.subprocess as module
        return module if name == 'subprocess' else getattr(module, name)
    refused = {
        'open_connection': 'raw sockets', 'start_server': 'raw sockets', 'open_unix_connection': 'raw sockets',
        'start_unix_server': 'raw sockets', 'StreamReader': 'raw sockets', 'StreamWriter': 'raw sockets',
        'ProactorEventLoop': 'Windows',
        'WindowsSelectorEventLoopPolicy': 'Windows', 'WindowsProactorEventLoopPolicy': 'Windows',
    }
    if name in refused and refused[name] != 'Windows':
        import _loop
        _loop.unsupported(f'asyncio.{name} ({refused[name]}) is not supported; use aiohttp, httpx or asyncio.sleep')
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
