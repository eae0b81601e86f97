"""The same as cProfile: nothing is measured."""

from cProfile import Profile, run, runctx

__all__ = ["run", "runctx", "Profile"]
