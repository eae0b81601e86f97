"""Names of signals. Programs can be ended by signals here, but cannot handle them."""

import _machine
from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGWINCH = 28


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIGHUP, SIGINT, SIGQUIT, SIGILL = Signals.SIGHUP, Signals.SIGINT, Signals.SIGQUIT, Signals.SIGILL
SIGTRAP, SIGABRT, SIGBUS, SIGFPE = Signals.SIGTRAP, Signals.SIGABRT, Signals.SIGBUS, Signals.SIGFPE
SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2 = Signals.SIGKILL, Signals.SIGUSR1, Signals.SIGSEGV, Signals.SIGUSR2
SIGPIPE, SIGALRM, SIGTERM, SIGCHLD = Signals.SIGPIPE, Signals.SIGALRM, Signals.SIGTERM, Signals.SIGCHLD
SIGCONT, SIGSTOP, SIGTSTP, SIGWINCH = Signals.SIGCONT, Signals.SIGSTOP, Signals.SIGTSTP, Signals.SIGWINCH
SIG_DFL, SIG_IGN = Handlers.SIG_DFL, Handlers.SIG_IGN
NSIG = 65
_handlers = {}


def signal(signalnum, handler, /):
    """Remembers a handler for what never comes on its own: Ctrl-C and the end by another program."""
    signalnum = Signals(signalnum)
    if signalnum == SIGALRM and callable(handler):
        _machine.unsupported("signal.SIGALRM handlers are not supported: use threading.Timer or asyncio.timeout()")
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    old = _handlers.get(signalnum, default_int_handler if signalnum == SIGINT else SIG_DFL)
    _handlers[signalnum] = handler
    return old


def getsignal(signalnum, /):
    return _handlers.get(signalnum, default_int_handler if signalnum == SIGINT else SIG_DFL)


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def strsignal(signalnum, /):
    names = {2: "Interrupt", 9: "Killed", 15: "Terminated", 14: "Alarm clock", 11: "Segmentation fault"}
    return names.get(int(signalnum))


def valid_signals():
    return set(Signals)


def raise_signal(signalnum, /):
    handler = getsignal(signalnum)
    if callable(handler):
        handler(signalnum, None)
    elif handler != SIG_IGN:
        import os

        os.kill(os.getpid(), signalnum)


def siginterrupt(signalnum, flag, /):
    pass


def _refuse(name):
    def refused(*args, **kwargs):
        _machine.unsupported("signal." + name + "() is not supported: use threading.Timer or asyncio.timeout()")

    return refused


alarm, setitimer, getitimer, pause = _refuse("alarm"), _refuse("setitimer"), _refuse("getitimer"), _refuse("pause")
pthread_kill, pthread_sigmask, sigwait = _refuse("pthread_kill"), _refuse("pthread_sigmask"), _refuse("sigwait")
set_wakeup_fd = _refuse("set_wakeup_fd")
