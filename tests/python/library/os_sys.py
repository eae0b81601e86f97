import os, sys

print(os.getpid() == os.getpid(), os.getpid() > 0, os.getppid() > 0, os.cpu_count() > 0, os.process_cpu_count() > 0)
print(os.sep, repr(os.linesep), os.name, os.path.join("a", "b", "/c", "d"), os.path.join("a/", "b"))
print(os.path.basename("/x/y.txt"), os.path.dirname("/x/y.txt"), os.path.splitext("/x/y.tar.gz"), os.path.split("/a/b/"))
print(os.path.normpath("a/./b/../c//d"), os.path.isabs("/a"), os.path.abspath("/a/../b"))
print(os.environ.get("NOPE"), os.getenv("NOPE", "d"), len(os.urandom(5)), type(os.getcwd()).__name__)
print(sys.platform, sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.maxsize, sys.byteorder)
print(sys.getswitchinterval(), sys.getrecursionlimit(), sys._is_gil_enabled())
sys.setswitchinterval(0.001)
print(sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as e:
    print(e)
print(sys.intern("abc") == "abc", "sys" in sys.modules, sys.argv[0].endswith("os_sys.py"), len(sys.argv))
print(sys.stdout.write("x\n"))
sys.stdout.flush()
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is not None)
print(sys.exc_info())
pid = os.fork()
if pid == 0:
    os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
print(sys.implementation.name, sys.flags.optimize, sys.getdefaultencoding(), sys.stdout.encoding)
sys.exit(4)
