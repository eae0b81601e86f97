# Corners of numbers: rounding keeps the sign of zero, floats have floor and ceiling, complex numbers their own rules of format.
import math
import struct
import base64
import itertools
import enum


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")


show(lambda: round(-17.0, -7))
show(lambda: round(-0.4))
show(lambda: (2.5).__floor__())
show(lambda: (-2.5).__ceil__())
show(lambda: (7).__floor__())
show(lambda: float("nan").__floor__())
show(lambda: math.dist((1, 2), tuple("abc")))
show(lambda: math.dist((1, 2), (4, 6)))
for spec in ("#", "-#", "+.2f", "+.2%", "0s", "=8", "012", ">12", "*^14.1e", ",.2f", "b", "#.3g"):
    show(lambda: format(2 + 1.5j, spec))
    show(lambda: format(1j, spec))
show(lambda: bytes.fromhex("ab  cd\n0f"))
show(lambda: bytes.fromhex("a b"))
show(lambda: bytes.fromhex("   (1-"))
show(lambda: bytes.fromhex(5))
show(lambda: struct.unpack("<3B", [1, 2, 3]))
show(lambda: base64.b64encode({}))
show(lambda: list(itertools.starmap(pow, [1, 2])))
show(lambda: enum.Enum("C", [1, 2]))
