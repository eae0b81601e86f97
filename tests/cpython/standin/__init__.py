"""Stand-in for CPython's `test` package: the modules of the installed one are linked beside this."""
