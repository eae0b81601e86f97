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


# Modules that come when a program names them or one of these.
_FAR = {
    'subprocess': 'create_subprocess_exec create_subprocess_shell',
    'streams': 'open_connection start_server open_unix_connection start_unix_server StreamReader StreamWriter '
               'StreamReaderProtocol',
    'protocols': 'BaseProtocol Protocol BufferedProtocol DatagramProtocol SubprocessProtocol',
    'transports': 'BaseTransport ReadTransport WriteTransport Transport DatagramTransport SubprocessTransport',
    'selector_events': 'Server',
}


def __getattr__(name):
    for module, names in _FAR.items():
        if name == module or name in names.split():
            module = __import__('asyncio.' + module, fromlist=[name])
            return module if name in _FAR else getattr(module, name)
    import sys
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}", name=name, obj=sys.modules['asyncio'])
