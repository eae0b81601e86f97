# What actions and types show of themselves.
import argparse

parser = argparse.ArgumentParser(prog="PROG")
print(parser.add_argument("foo", nargs="*"))
print(parser.add_argument("--bar", nargs="?", const="c", default="d", type=int, choices=[1, 2], help="h", metavar="M"))
print(parser.add_argument("-v", action="count"))
print(parser.add_argument("--raw", type=argparse.FileType("wb", 0)))
print(parser.add_argument("--out", type=argparse.FileType("w", encoding="UTF-8")))
print(parser.add_argument("--flag", action=argparse.BooleanOptionalAction))
print(parser.add_argument("--x", action="store_const", const=4), parser.add_argument("--y", action="append"))
print(argparse.FileType("r"), argparse.Namespace(a=1, b="x"), argparse.Namespace(**{"not a name": 1}))
print(parser.parse_args(["a", "b", "-vv", "--bar", "2", "--no-flag"]))
print(parser.parse_args([]))
