"""How this Python was built, as far as a program can ask."""

import sys

_VARS = {
    "py_version": sys.version.split()[0], "py_version_short": "%d.%d" % sys.version_info[:2], "py_version_nodot": "313", "prefix": sys.prefix,
    "exec_prefix": sys.exec_prefix, "base": sys.base_prefix, "installed_base": sys.base_prefix, "platbase": sys.prefix,
    "installed_platbase": sys.base_prefix, "platlibdir": "lib", "VERSION": "3.13", "LDVERSION": "3.13", "abiflags": "",
    "EXT_SUFFIX": ".cpython-313-x86_64-linux-gnu.so", "SOABI": "cpython-313-x86_64-linux-gnu", "SIZEOF_VOID_P": 8,
    "Py_GIL_DISABLED": 1 - sys.flags.gil, "Py_DEBUG": 0, "PY_CORE_CFLAGS": "-O3 -Wall -DPy_BUILD_CORE",
    "CONFIGURE_CFLAGS": "", "CFLAGS": "-O3 -Wall", "PY_HAVE_PERF_TRAMPOLINE": 1, "WITH_PYMALLOC": 1,
}
_HOME = "{base}/lib/python3.13"
_SCHEMES = {
    "posix_prefix": {
        "stdlib": _HOME, "platstdlib": _HOME, "purelib": _HOME + "/site-packages", "platlib": _HOME + "/site-packages",
        "include": "{base}/include/python3.13", "platinclude": "{base}/include/python3.13", "scripts": "{base}/bin",
        "data": "{base}",
    },
}


def get_config_vars(*names):
    return [_VARS.get(name) for name in names] if names else _VARS


def get_config_var(name):
    return _VARS.get(name)


def get_python_version():
    return _VARS["py_version_short"]


def get_platform():
    return "linux-x86_64"


def get_scheme_names():
    return tuple(sorted(_SCHEMES))


def get_default_scheme():
    return "posix_prefix"


def get_path_names():
    return tuple([name for name in _SCHEMES["posix_prefix"] if name != "platinclude"])


def get_paths(scheme="posix_prefix", vars=None, expand=True):
    paths = _SCHEMES[scheme]
    return {k: v.format(**{**_VARS, **(vars or {})}) for k, v in paths.items()} if expand else dict(paths)


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def is_python_build(check_home=None):
    return False
