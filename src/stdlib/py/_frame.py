"""Frame objects: pictures of frames, taken when they are asked for."""

import _frames


class frame:
    def __init__(self, place, back=None, known=True):
        self.f_code = place[0]
        self.f_lineno = place[3]
        self._place = place
        self._back = back
        self._known = known
        self.f_trace = None
        self.f_lasti = 0

    @property
    def f_back(self):
        return self._back if self._known else _refuse("f_back")

    @property
    def f_globals(self):
        return self._place[9] if len(self._place) > 9 else _refuse("f_globals")

    @property
    def f_locals(self):
        return self._place[10] if len(self._place) > 9 else _refuse("f_locals")

    @property
    def f_builtins(self):
        import builtins

        return builtins.__dict__

    def clear(self):
        pass

    def __repr__(self):
        place = self._place
        return f"<frame at {id(self):#x}, file {place[1]!r}, line {place[3]}, code {place[2]}>"


frame.__module__ = "builtins"


def _refuse(name):
    import _machine

    _machine.unsupported("the frame of a traceback has no " + name + " here: use sys._getframe() while the function runs")


def current(depth=0):
    """The frame of the program `depth` calls out, linked to those around it; None when there is none."""
    made = None
    places = _frames.here()
    for place in reversed(places[depth:]):
        made = frame(place, made)
    return made


def suspended(generator):
    """The frame of a generator or coroutine that has not ended."""
    place = _frames.suspended(generator)
    if place is not None:
        return frame(place)
    at = current()
    while at is not None and at.f_code.co_qualname != generator.__qualname__:
        at = at.f_back
    return at


def of_traceback(tb):
    places = _frames.entries(tb)
    if not places:
        return None
    place = places[0]
    for running in _frames.here():
        # A frame that handles the exception goes on: its variables are what they are now.
        if len(place) > 9 and running[0].co_qualname == place[0].co_qualname and running[9] is place[9]:
            place = place[:9] + running[9:]
            break
    return frame(place, None, False)
