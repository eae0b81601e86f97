"""Pickling of what crosses between processes."""

import _parcel as pickle


class ForkingPickler:
    def __init__(self, buf, protocol=None):
        self._buf = buf

    def dump(self, obj):
        self._buf.append(pickle.dumps(obj))

    @classmethod
    def dumps(cls, obj, protocol=None):
        buf = []
        cls(buf, protocol).dump(obj)  #@ 51
        return buf[0]

    loads = staticmethod(pickle.loads)

    @classmethod
    def register(cls, type, reduce):
        import _machine

        _machine.unsupported("ForkingPickler.register() is not supported: give the class a __reduce__ method")


def dump(obj, file, protocol=None):
    file.write(pickle.dumps(obj))
