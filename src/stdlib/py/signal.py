"""Signals between processes, to oneself, and by alarm. Handlers run in the main thread."""

import _machine
import _process
import sys
import threading
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
ITIMER_REAL = 0
ItimerError = OSError
_handlers = {}


def _ours(signalnum):
    try:
        return Signals(signalnum)
    except ValueError:
        if 0 < int(signalnum) < NSIG:
            return int(signalnum)
        raise ValueError("signal number out of range") from None


def signal(signalnum, handler):
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    signalnum = _ours(signalnum)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, "Invalid argument")
    old = getsignal(signalnum)
    _handlers[signalnum] = handler
    _process.handle(signalnum, 2 if callable(handler) else int(handler))
    return old


def getsignal(signalnum):
    signalnum = _ours(signalnum)
    found = _handlers.get(signalnum)
    if signalnum == SIGINT and found is None:
        # A runner of asyncio has put its own in place.
        runners = sys.modules.get("asyncio.runners")
        found = runners._running[-1] if runners and runners._running else default_int_handler
    return SIG_DFL if found is None else found


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_process.handle(2, 2)


def _call(signals):
    for n in range(1, NSIG):
        if signals >> n & 1 and callable(handler := getsignal(n)):
            if handler is default_int_handler:
                raise KeyboardInterrupt
            handler(n, sys._getframe(0))


_again = _process.again


def strsignal(signalnum, /):
    names = {2: "Interrupt", 9: "Killed", 15: "Terminated", 14: "Alarm clock", 11: "Segmentation fault"}
    names |= {1: "Hangup", 10: "User defined signal 1", 12: "User defined signal 2", 17: "Child exited"}
    return names.get(int(signalnum))


def valid_signals():
    return set(Signals)


def raise_signal(signalnum, /):
    handler = getsignal(signalnum)
    if not callable(handler):
        _process.kill(_process.getpid(), int(signalnum))
    elif threading.current_thread() is threading.main_thread():
        handler(signalnum, sys._getframe(0))
    else:
        _process.kill(0, int(signalnum))


def siginterrupt(signalnum, flag, /):
    pass


def setitimer(which, seconds, interval=0.0, /):
    if which != ITIMER_REAL:
        _machine.unsupported("signal.setitimer() counts real time only: signal.ITIMER_REAL")
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    left, before = _process.alarm(round(seconds * 1e9), round(interval * 1e9))
    return left / 1e9, before / 1e9


def getitimer(which, /):
    left, interval = _process.alarm(0, 0)
    _process.alarm(left, interval)
    return left / 1e9, interval / 1e9


def alarm(seconds, /):
    left, _ = _process.alarm(int(seconds) * 1_000_000_000, 0)
    return -(-left // 1_000_000_000)


def _refuse(name):
    def refused(*args, **kwargs):
        _machine.unsupported("signal." + name + "() is not supported: use threading.Timer or asyncio.timeout()")

    return refused


pthread_kill, pthread_sigmask, sigwait = _refuse("pthread_kill"), _refuse("pthread_sigmask"), _refuse("sigwait")
set_wakeup_fd, pause = _refuse("set_wakeup_fd"), _refuse("pause")
