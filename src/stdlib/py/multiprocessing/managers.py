"""Objects that live in a server process; proxies elsewhere.

A call crosses a pipe to the server and its answer comes back through one of a number of reply pipes. A free one is
taken from a pipe that holds their numbers. Per reply pipe the server has a thread, as CPython's has one per client.
"""

import _process
import os
import pickle
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


