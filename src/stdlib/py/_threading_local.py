"""Attributes that every thread has for itself: the same as `threading.local`, which lives here in CPython as a second text."""

from threading import RLock, current_thread, local

__all__ = ["local"]
