# The % operator of bytes and bytearray.
print(b"Python has %03d quote types." % 2, b"%s and %b" % (b"x", bytearray(b"y")))
print(b"%(language)s has %(number)03d" % {b"language": b"Python", b"number": 2})
print(b"%c%c" % (65, b"b"), b"%x %X %o %#x" % (255, 255, 8, 255), b"100%%" % ())
print(b"%5.2f|%-8s|%+d" % (3.14159, b"ab", 5), b"%a %r" % ("é", b"x"))
print(bytearray(b"%d-%d") % (1, 2), b"%*d" % (5, 42), b"%.2s" % b"abcdef")


class Wire:
    def __bytes__(self):
        return b"<wire>"


print(b"[%s]" % Wire())
for form, args in (
    (b"%s", "text"),
    (b"%d", b"1"),
    (b"%s %s", (b"a",)),
    (b"%s", (b"a", b"b")),
    (b"%c", 300),
    (b"%c", "a"),
    (b"%z", 1),
    (b"%(a)s", 1),
    (b"%", 1),
):
    try:
        print(form % args)
    except Exception as e:
        print(type(e).__name__, e)
