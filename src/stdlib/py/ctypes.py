"""The simple C types, for multiprocessing.Value and Array; no foreign code can be called."""

import _machine


class _SimpleCData:
    _type_ = "i"

    def __init__(self, value=None):
        from multiprocessing.sharedctypes import _fit, _zero

        self.value = _zero(self._type_) if value is None else _fit(self._type_, value)

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


def _simple(name, code):
    return type(name, (_SimpleCData,), {"_type_": code})


c_bool, c_char, c_wchar = _simple("c_bool", "?"), _simple("c_char", "c"), _simple("c_wchar", "u")
c_byte, c_ubyte = _simple("c_byte", "b"), _simple("c_ubyte", "B")
c_short, c_ushort = _simple("c_short", "h"), _simple("c_ushort", "H")
c_int, c_uint = _simple("c_int", "i"), _simple("c_uint", "I")
c_long, c_ulong = _simple("c_long", "l"), _simple("c_ulong", "L")
c_longlong, c_ulonglong = _simple("c_longlong", "q"), _simple("c_ulonglong", "Q")
c_float, c_double = _simple("c_float", "f"), _simple("c_double", "d")
c_int8, c_uint8, c_int16, c_uint16 = c_byte, c_ubyte, c_short, c_ushort
c_int32, c_uint32, c_int64, c_uint64, c_size_t = c_int, c_uint, c_long, c_ulong, c_ulong


def __getattr__(name):
    _machine.unsupported("ctypes." + name + " is not supported: no foreign code can be called")
