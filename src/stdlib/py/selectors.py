"""Waiting for descriptors: not supported."""

import _machine

_machine.unsupported("the module selectors is not supported yet: there are no sockets; use asyncio, or queues between threads")
