"""Runs the cases of one of CPython's test modules on Interleave, and prints a line for each.

Standard input: the module's name, then a line for each case to leave out. Lines that begin with `@@ ` are ours:
`start ID`, then `pass ID`, or `fail | error | skip ID TAB why`; `end` comes last.
"""

import os
import sys
import types
import unittest


def stand_in(name, *classes):
    """A module that tests import and do not use."""
    module = types.ModuleType(name)
    module.__path__ = []
    for cls in classes:
        setattr(module, cls, type(cls, (), {}))
    sys.modules[name] = module


def say(word, what="", why=""):
    why = " ".join(str(why).split())[:300]
    sys.__stdout__.write(f"\n@@ {word} {what}" + (f"\t{why}" if why else "") + "\n")


def second(module, *names):
    """Names under which CPython has a second implementation of something; the one here stands for it."""
    __import__(module)
    module = sys.modules[module]
    for name, one in names:
        if not hasattr(module, name):
            setattr(module, name, getattr(module, one))


def lacking(module, *names):
    """Names of CPython's internals; a case that calls one does not apply."""

    def skip(*args):
        raise unittest.SkipTest("registers tasks by hand, behind the loop's back")

    for name in names:
        setattr(sys.modules[module], name, skip)


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.told = set()
        say("start", test.id())

    def tell(self, word, test, why=""):
        name = getattr(test, "test_case", test).id()
        if (name, word) not in self.told:
            self.told.add((name, word))
            say(word, name, why)

    told = set()

    def addSuccess(self, test):
        self.tell("pass", test)

    def addFailure(self, test, err):
        self.tell("fail", test, str(err[1]).strip().split("\n")[0] or err[0].__name__)

    def addError(self, test, err):
        self.tell("error", test, f"{err[0].__name__}: {err[1]}")

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.addError(test, err)

    def addSkip(self, test, reason):
        self.tell("skip", test, reason)

    def addExpectedFailure(self, test, err):
        self.tell("pass", test)

    def addUnexpectedSuccess(self, test):
        self.tell("fail", test, "unexpected success")


def cases(suite):
    for test in suite:
        if isinstance(test, unittest.BaseTestSuite):
            yield from cases(test)
        else:
            yield test


def main():
    name, *done = sys.stdin.read().splitlines()
    second("threading", ("_PyRLock", "RLock"), ("_CRLock", "RLock"))
    second("queue", ("_PySimpleQueue", "SimpleQueue"))
    second("asyncio.futures", ("_PyFuture", "Future"), ("_CFuture", "Future"))
    second("asyncio.tasks", ("_PyTask", "Task"), ("_CTask", "Task"))
    second("asyncio.tasks", ("_py_current_task", "current_task"), ("_c_current_task", "current_task"))
    for kind in ("py", "c"):
        lacking("asyncio.tasks", *(f"_{kind}_{what}_task" for what in ("register", "unregister", "enter", "leave")))
    stand_in("dis")
    try:
        __import__(name)
        module = sys.modules[name]
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    except unittest.SkipTest as error:
        return say("skip", name, error)
    except BaseException as error:
        return say("error", name, f"{type(error).__name__}: {error}")
    done = set(done)
    unittest.TestSuite([test for test in cases(suite) if test.id() not in done]).run(Result())


if __name__ == "__main__":
    main()
    say("end")
    sys.__stdout__.flush()
    os._exit(0)
