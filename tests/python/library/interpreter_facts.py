"""What programs ask about the interpreter: os.supports_*, built-in modules, sysconfig, what the collector sees."""

import gc
import itertools
import os
import sys
import sysconfig

print(os.stat in os.supports_dir_fd, os.stat in os.supports_follow_symlinks, os.chdir in os.supports_fd)
print(os.access in os.supports_effective_ids, os.getcwd in os.supports_fd)
try:
    os.EFC_CLOEXEC
except AttributeError as e:
    print(e, e.name)
print(len(sys.builtin_module_names), "time" in sys.builtin_module_names, "json" in sys.builtin_module_names)
print(sysconfig.get_python_version(), sysconfig.get_config_var("Py_DEBUG"), sysconfig.get_config_var("no such"))
print(sysconfig.get_config_vars("VERSION", "nothing"), sysconfig.get_path_names())
print(repr(itertools.cycle([1])).split(" at ")[0], repr(itertools.accumulate([1])).split(" at ")[0])


class Node:
    __slots__ = ("next", "data")


class Holder:
    pass


node, holder = Node(), Holder()
node.next = holder
print(any(o is node for o in gc.get_objects()), any(o is holder for o in gc.get_objects()))
print([o for o in gc.get_objects() if isinstance(o, Holder)] == [holder])
print(any(o is node for o in gc.get_referrers(holder)))
print(any(r is holder for r in gc.get_referents(node)), Holder in gc.get_referents(holder))
print(sorted(type(r).__name__ for r in gc.get_referents(holder.__init__)) != [])
child = os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 3")
print(child)
