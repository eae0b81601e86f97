# What natives of numbers and bytes leave to Python.


def _struct_error(message):
    import struct

    raise struct.error(message)


def _complex(v, imag=None):
    for name in ("__complex__", "__float__", "__index__"):
        f = _method(v, name)
        if f is not None:
            r = f()
            if name == "__complex__" and not isinstance(r, complex):
                raise TypeError(f"{type(v).__name__}.__complex__() must return a complex, not {type(r).__name__}")
            return complex(r) if imag is None else complex(r, imag)
    raise TypeError(f"complex() first argument must be a string or a number, not '{type(v).__name__}'")
