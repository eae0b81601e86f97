"""What machine this is."""

import sys


def system():
    return "Linux"


def node():
    return "interleave"


def release():
    return "6.1.0"


def version():
    return "#1 SMP"


def machine():
    return "x86_64"


def processor():
    return "x86_64"


def architecture(executable=None, bits="", linkage=""):
    return ("64bit", "ELF")


def platform(aliased=False, terse=False):
    return "Linux-6.1.0-x86_64-with-glibc2.36"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(str(n) for n in sys.version_info[:3])


def python_implementation():
    return "CPython"


def python_compiler():
    return "GCC 12.2.0"


def python_build():
    return ("main", "Oct  7 2024 00:00:00")


def python_branch():
    return "main"


def python_revision():
    return ""


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return ("glibc", "2.36")


class uname_result(__import__("collections").namedtuple("uname_result", "system node release version machine")):
    def __iter__(self):
        yield from tuple.__iter__(self)
        yield self.processor

    processor = property(lambda self: "")

    def __getitem__(self, key):
        return tuple(self)[key]

    def __len__(self):
        return 6


def uname():
    return uname_result(system(), node(), release(), version(), machine())
