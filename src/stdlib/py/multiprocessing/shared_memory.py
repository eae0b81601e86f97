"""Blocks of memory by name: not supported."""

import _machine

_machine.unsupported(
    "multiprocessing.shared_memory is not supported: use multiprocessing.Value or Array, which processes share as well"
)
