"""Processes with the interface of threads."""

from multiprocessing import context
from multiprocessing.context import AuthenticationError, BufferTooShort, ProcessError, TimeoutError

_c = context._default_context
Array = _c.Array
Barrier = _c.Barrier
BoundedSemaphore = _c.BoundedSemaphore
Condition = _c.Condition
Event = _c.Event
JoinableQueue = _c.JoinableQueue
Lock = _c.Lock
Manager = _c.Manager
Pipe = _c.Pipe
Pool = _c.Pool
Process = _c.Process
Queue = _c.Queue
RLock = _c.RLock
RawArray = _c.RawArray
RawValue = _c.RawValue
Semaphore = _c.Semaphore
SimpleQueue = _c.SimpleQueue
Value = _c.Value
active_children = _c.active_children
allow_connection_pickling = _c.allow_connection_pickling
cpu_count = _c.cpu_count
current_process = _c.current_process
freeze_support = _c.freeze_support
get_all_start_methods = _c.get_all_start_methods
get_context = _c.get_context
get_logger = _c.get_logger
get_start_method = _c.get_start_method
log_to_stderr = _c.log_to_stderr
parent_process = _c.parent_process
reducer = None
set_executable = _c.set_executable
set_forkserver_preload = _c.set_forkserver_preload
set_start_method = _c.set_start_method

SUBDEBUG, SUBWARNING = 5, 25

__all__ = [
    "Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event",
    "JoinableQueue", "Lock", "Manager", "Pipe", "Pool", "Process", "ProcessError", "Queue", "RLock", "RawArray",
    "RawValue", "Semaphore", "SimpleQueue", "TimeoutError", "Value", "active_children", "allow_connection_pickling",
    "cpu_count", "current_process", "freeze_support", "get_all_start_methods", "get_context", "get_logger",
    "get_start_method", "log_to_stderr", "parent_process", "reducer", "set_executable", "set_forkserver_preload",
    "set_start_method",
]
