"""Starts a process that imports the main module anew; what it is given crosses as bytes."""

import _machine

_machine.unsupported(
    "the start methods 'spawn' and 'forkserver' are not supported yet: use 'fork', the default on Linux"
)
