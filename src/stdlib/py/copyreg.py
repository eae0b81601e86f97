"""How classes say how they are pickled."""

import _machine

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    _machine.unsupported("copyreg.pickle() is not supported: give the class a __reduce__ method")


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)
