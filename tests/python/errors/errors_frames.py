# What the frames of a traceback held when the exception passed them.
import sys
import traceback


def fails(n):
    doubled = n * 2
    if n == 0:
        raise ValueError("deep")
    return fails(n - 1)


def closure(word):
    def inner():
        return word + 1

    return inner()


def report(e):
    tb = e.__traceback__
    while tb:
        frame = tb.tb_frame
        if frame.f_code.co_name != "<module>":
            print(frame.f_code.co_name, {k: v for k, v in frame.f_locals.items() if not callable(v)}, tb.tb_lineno, frame.f_globals is globals())
        tb = tb.tb_next


for call in (lambda: fails(2), lambda: closure("a")):
    try:
        call()
    except Exception as e:
        print(type(e).__name__)
        report(e)


def handles():
    before = 1
    try:
        before / 0
    except ZeroDivisionError as e:
        after = 2
        print(sorted(e.__traceback__.tb_frame.f_locals), e.__traceback__.tb_frame.f_locals["after"])


handles()

try:
    fails(1)
except ValueError:
    tb = sys.exc_info()[2]
    for frame, line in traceback.walk_tb(tb):
        if frame.f_code.co_name == "fails":
            print(line, frame.f_locals["n"])
    for s in traceback.StackSummary.extract(traceback.walk_tb(tb), capture_locals=True):
        if s.name == "fails":
            print(s.name, s.locals)


class Held:
    def method(self, x):
        self.x = x
        raise KeyError(x)

    def __repr__(self):
        return "<held>"


try:
    Held().method(3)
except KeyError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals)
