"""What happens around the main module: the order of things at exit."""

import sys


def _at_main_exit():
    """Called when the main module has ended: joins threads, then runs the atexit callbacks."""
    threading = sys.modules.get("threading")
    if threading is not None:
        threading._shutdown()
    atexit = sys.modules.get("atexit")
    if atexit is not None:
        atexit._run_exitfuncs()
