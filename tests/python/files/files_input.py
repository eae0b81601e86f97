# input() at the end of standard input, and reading sys.stdin in other ways.
import sys
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines(), list(sys.stdin))
for prompt in ((), ("name? ",), (5,)):
    try:
        input(*prompt)
    except EOFError as e:
        print(type(e).__name__, e)
try:
    input("a", "b")
except TypeError as e:
    print(e)
print(sys.stdin.isatty(), sys.stdin.fileno(), sys.stdin.name, sys.stdin.readable())
input("last? ")
