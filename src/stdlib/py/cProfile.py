"""Profiling by name: programs run, nothing is measured, and the report says so."""

__all__ = ["run", "runctx", "Profile"]


class Profile:
    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        pass

    def enable(self, subcalls=True, builtins=True):
        pass

    def disable(self):
        pass

    def clear(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *info):
        pass

    def runcall(self, func, /, *args, **kw):
        return func(*args, **kw)

    def run(self, cmd):
        return self.runctx(cmd, {}, {})

    def runctx(self, cmd, globals, locals):
        exec(cmd, globals, locals)
        return self

    def create_stats(self):
        pass

    def print_stats(self, sort=-1):
        import pstats

        pstats.Stats(self).print_stats()

    def dump_stats(self, file):
        pass


def run(statement, filename=None, sort=-1):
    import sys

    exec(statement, sys.modules["__main__"].__dict__)
    Profile().print_stats()


def runctx(statement, globals, locals, filename=None, sort=-1):
    exec(statement, globals, locals)
    Profile().print_stats()
