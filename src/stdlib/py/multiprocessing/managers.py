"""Objects that live in a server process; proxies elsewhere.

A call crosses a pipe to the server and its answer comes back through one of a number of reply pipes. A thread
takes a free one from a pipe that holds their numbers. Per reply pipe the server has a thread, as CPython's has one per client.
"""

import _process
import os
import _parcel as pickle
import queue
import threading

from multiprocessing import context, process, util

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token"]

_REPLIES = 64
_channels = {}
_server = None


class Token:
    """Names an object of a server."""

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __repr__(self):
        return "%s(typeid=%r, address=%r, id=%r)" % (self.__class__.__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    """What the server says of a failure of its own."""


def convert_to_error(kind, result):
    return result


class _Channel:
    """The pipes between a server and everybody else."""

    def __init__(self, address):
        self.address = address
        self.requests = _process.pipe()
        self.free = _process.pipe()
        self.replies = [_process.pipe() for _ in range(_REPLIES)]
        self.own = {}
        self.closed = False
        for i in range(_REPLIES):
            _process.send(self.free[1], i.to_bytes(2, "little"))
        _channels[address] = self

    def number(self):
        """The reply pipe of this thread, its own until its process ends: it may own locks in the server."""
        me = (os.getpid(), threading.get_ident())
        number = self.own.get(me)
        if number is None:
            number = int.from_bytes(_process.receive(self.free[0], "manager"), "little")
            self.own[me] = number
            util.Finalize(None, _process.send, args=(self.free[1], number.to_bytes(2, "little")), exitpriority=-100)
        return number

    def call(self, what):
        if self.closed:
            raise BrokenPipeError(32, "Broken pipe")
        number = self.number()
        _process.send(self.requests[1], pickle.dumps((number,) + what))
        return pickle.loads(_process.receive(self.replies[number][0], "manager"))


class Server:
    """Holds the objects and does what proxies ask."""

    def __init__(self, channel, registry):
        self.channel = channel
        self.registry = registry
        self.objects = {}
        self.next_id = 0
        self.queues = {}

    def serve_forever(self):
        channel = self.channel
        while True:
            number, kind, rest = pickle.loads(_process.receive(channel.requests[0], "manager"))
            if kind == "shutdown":
                self.reply(number, "value", None)
                return
            if number not in self.queues:
                self.queues[number] = queue.SimpleQueue()
                threading.Thread(target=self.serve_client, args=(number,), daemon=True).start()
            self.queues[number].put((kind, rest))

    def serve_client(self, number):
        while True:
            kind, rest = self.queues[number].get()
            try:
                value = self.create(*rest) if kind == "create" else self.invoke(*rest)
            except Exception as exc:
                self.reply(number, "error", exc)
            else:
                self.reply(number, "value", value)

    def reply(self, number, kind, value):
        try:
            data = pickle.dumps((kind, value))
        except Exception as exc:
            data = pickle.dumps(("error", RemoteError("\n" + "-" * 75 + "\nUnserializable message: %r\n" % (exc,) + "-" * 75)))
        _process.send(self.channel.replies[number][1], data)

    def create(self, typeid, args, kwds):
        factory, exposed = self.registry[typeid][:2]
        obj = factory(*args, **kwds) if factory is not None else args[0]
        if exposed is None:
            exposed = [n for n in dir(obj) if not n.startswith("_") and callable(getattr(obj, n))]
        self.next_id += 1
        self.objects[self.next_id] = obj
        return self.next_id, list(exposed)

    def invoke(self, id, method, args, kwds):
        obj = self.objects[id]
        if method == "#STR":
            return str(obj)
        if method == "#REPR":
            return repr(obj)
        if method == "#VALUE":
            return obj
        if method == "__iter__":
            return list(obj)
        value = getattr(obj, method)(*args, **kwds)
        if isinstance(obj, dict) and method in ("keys", "values", "items"):
            return list(value)
        return value


class BaseManager:
    """Starts a server and makes objects in it."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        self._ctx = ctx or context._default_context.get_context()
        self._state = "initial"
        self._channel = None
        self._process = None
        self.address = address

    def start(self, initializer=None, initargs=()):
        if self._state != "initial":
            raise context.ProcessError("Already started server")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._channel = _Channel("manager-%d-%d" % (os.getpid(), len(_channels) + 1))
        self.address = self._channel.address
        self._process = self._ctx.Process(
            target=_run_server, args=(self._channel, type(self)._registry, initializer, initargs)
        )
        ident = ":".join([str(i) for i in self._process._identity])
        self._process.name = type(self).__name__ + "-" + ident
        self._process.start()
        self._state = "started"
        self.shutdown = util.Finalize(self, self._finalize_manager, exitpriority=0)

    def connect(self):
        import _machine

        _machine.unsupported("BaseManager.connect() is not supported: there are no sockets")

    get_server = connect

    def _finalize_manager(self):
        if self._process.is_alive():
            self._channel.call(("shutdown", ()))
            self._process.join()
            self._channel.closed = True
        self._state = "shutdown"

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def _create(self, typeid, *args, **kwds):
        assert self._state == "started", "server not yet started"
        kind, value = self._channel.call(("create", (typeid, args, kwds)))
        if kind == "error":
            raise convert_to_error(kind, value)
        id, exposed = value
        return Token(typeid, self.address, id), exposed

    def __enter__(self):
        if self._state == "initial":
            self.start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @classmethod
    def register(
        cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True
    ):
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        proxytype = proxytype or AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        cls._registry[typeid] = (callable, exposed, proxytype)
        if create_method:

            def make(self, /, *args, **kwds):
                token, exposed = self._create(typeid, *args, **kwds)
                return proxytype(token, exposed)

            make.__name__ = typeid
            setattr(cls, typeid, make)


def _run_server(channel, registry, initializer, initargs):
    global _server
    if initializer is not None:
        initializer(*initargs)
    _server = Server(channel, registry)
    _server.serve_forever()


def RebuildProxy(kind, token, exposed):
    return kind(token, exposed)


class BaseProxy:
    """Stands for an object of a server."""

    def __init__(self, token, exposed):
        self._token = token
        self._id = token.id
        self._exposed = exposed

    def _callmethod(self, methodname, args=(), kwds={}):
        if _server is not None and _server.channel.address == self._token.address:
            return _server.invoke(self._id, methodname, args, kwds)
        channel = _channels.get(self._token.address)
        if channel is None:
            raise ConnectionRefusedError(111, "Connection refused")
        kind, result = channel.call(("invoke", (self._id, methodname, args, kwds)))
        if kind == "error":
            raise convert_to_error(kind, result)  #@ 840
        return result

    def _getvalue(self):
        return self._callmethod("#VALUE")

    def __reduce__(self):
        return RebuildProxy, (type(self), self._token, self._exposed)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return "<%s object, typeid %r at %#x>" % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        return self._callmethod("#REPR")


class AutoProxy(BaseProxy):
    """The public methods of any object."""

    def __getattr__(self, name):
        if name.startswith("_") or name not in self._exposed:
            raise AttributeError("'AutoProxy[%s]' object has no attribute '%s'" % (self._token.typeid, name))
        return lambda *args, **kwds: self._callmethod(name, args, kwds)

    def __repr__(self):
        return "<AutoProxy[%s] object, typeid %r at %#x>" % (self._token.typeid, self._token.typeid, id(self))


def _method(name):
    def call(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)

    call.__name__ = name
    return call


def MakeProxyType(name, exposed, _cache={}):
    key = (name, tuple(exposed))
    if key not in _cache:
        _cache[key] = type(name, (BaseProxy,), {method: _method(method) for method in exposed})
        _cache[key]._exposed_ = tuple(exposed)
        _cache[key].__module__ = __name__
    return _cache[key]


_LIST = (
    "__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__", "__reversed__", "__rmul__",
    "__setitem__", "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort",
)
_DICT = (
    "__contains__", "__delitem__", "__getitem__", "__ior__", "__iter__", "__len__", "__or__", "__ror__", "__setitem__",
    "clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
)
BaseListProxy = MakeProxyType("BaseListProxy", _LIST)
BaseDictProxy = MakeProxyType("BaseDictProxy", _DICT)


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        items = self._getvalue() * value
        self._callmethod("clear")
        self._callmethod("extend", (items,))
        return self

    def __iter__(self):
        return iter(self._callmethod("__iter__"))


class DictProxy(BaseDictProxy):
    def __iter__(self):
        return iter(self._callmethod("__iter__"))


class Namespace:
    def __init__(self, /, **kwds):
        for name, value in kwds.items():
            setattr(self, name, value)

    def __repr__(self):
        shown = sorted([f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_")])
        return f"{self.__class__.__name__}({', '.join(shown)})"


class NamespaceProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "__setattr__", "__delattr__")

    def __getattr__(self, key):
        if key.startswith("_"):
            return object.__getattribute__(self, key)
        return self._callmethod("__getattribute__", (key,))

    def __setattr__(self, key, value):
        if key.startswith("_"):
            return object.__setattr__(self, key, value)
        return self._callmethod("__setattr__", (key, value))

    def __delattr__(self, key):
        if key.startswith("_"):
            return object.__delattr__(self, key)
        return self._callmethod("__delattr__", (key,))


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return "%s(%r, %r)" % (type(self).__name__, self._typecode, self._value)

    value = property(get, set)


class ValueProxy(BaseProxy):
    _exposed_ = ("get", "set")

    def get(self):
        return self._callmethod("get")

    def set(self, value):
        return self._callmethod("set", (value,))

    value = property(get, set)


class AcquirerProxy(BaseProxy):
    _exposed_ = ("acquire", "release")

    def acquire(self, blocking=True, timeout=None):
        args = (blocking,) if timeout is None else (blocking, timeout)
        return self._callmethod("acquire", args)

    def release(self):
        return self._callmethod("release")

    def __enter__(self):
        return self._callmethod("acquire")

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod("release")


class ConditionProxy(AcquirerProxy):
    _exposed_ = ("acquire", "release", "wait", "notify", "notify_all")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def notify(self, n=1):
        return self._callmethod("notify", (n,))

    def notify_all(self):
        return self._callmethod("notify_all")

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        while not result:
            if not self.wait(timeout) and timeout is not None:
                return predicate()
            result = predicate()
        return result


EventProxy = MakeProxyType("EventProxy", ("is_set", "set", "clear", "wait"))


class BarrierProxy(BaseProxy):
    _exposed_ = ("__getattribute__", "wait", "abort", "reset")

    def wait(self, timeout=None):
        return self._callmethod("wait", (timeout,))

    def abort(self):
        return self._callmethod("abort")

    def reset(self):
        return self._callmethod("reset")

    parties = property(lambda self: self._callmethod("__getattribute__", ("parties",)))
    n_waiting = property(lambda self: self._callmethod("__getattribute__", ("n_waiting",)))
    broken = property(lambda self: self._callmethod("__getattribute__", ("broken",)))


class SyncManager(BaseManager):
    """What `multiprocessing.Manager()` gives."""


def _array(typecode, sequence, lock=True):
    return list(sequence)


SyncManager.register("Queue", queue.Queue)
SyncManager.register("JoinableQueue", queue.Queue)
SyncManager.register("LifoQueue", queue.LifoQueue)
SyncManager.register("PriorityQueue", queue.PriorityQueue)
SyncManager.register("Event", threading.Event, EventProxy)
SyncManager.register("Lock", threading.Lock, AcquirerProxy)
SyncManager.register("RLock", threading.RLock, AcquirerProxy)
SyncManager.register("Semaphore", threading.Semaphore, AcquirerProxy)
SyncManager.register("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register("Condition", threading.Condition, ConditionProxy)
SyncManager.register("Barrier", threading.Barrier, BarrierProxy)
SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", _array, ListProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
