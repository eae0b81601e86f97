# exit(), quit() and sys.exit(): what is raised.
import sys

for call in (exit, quit, sys.exit):
    for args in ((), (0,), (3,), ("text",), (None,)):
        try:
            call(*args)
        except SystemExit as e:
            print(call.__name__ if call is sys.exit else "exit", args, repr(e), repr(str(e)), e.code)
raise SystemExit("bye")
