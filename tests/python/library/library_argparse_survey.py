import argparse, sys
sys.stderr = sys.stdout
p = argparse.ArgumentParser(prog="tool", description="Do a thing.", epilog="bye")
p.add_argument("files", nargs="*", help="input files"); p.add_argument("-v", "--verbose", action="count", default=0, help="more"); p.add_argument("-n", "--num", type=int, default=3, metavar="N", help="count (default: %(default)s)")
p.add_argument("--mode", choices=["fast", "slow"], default="fast"); p.add_argument("--flag", action="store_true"); p.add_argument("--no-x", dest="x", action="store_false"); p.add_argument("--ver", action="version", version="%(prog)s 1.0")
g = p.add_mutually_exclusive_group(); g.add_argument("--aa", action="store_const", const=1); g.add_argument("--bb", action="append")
p.print_help(); print(p.format_usage())
print(p.parse_args([])); print(p.parse_args(["a","b","-vv","-n","5","--mode=slow","--bb","1","--bb","2"])); print(p.parse_known_args(["--zzz","q"]))
for bad in [["-n","x"],["--mode","zz"],["--aa","--bb","1"],["--nope"],["-n"],["--ver"],["--m","fast"]]:
    try: print(p.parse_args(bad))
    except SystemExit as e: print("exit", e.code)
q = argparse.ArgumentParser(prog="git"); sub = q.add_subparsers(dest="cmd", required=True, title="commands"); c = sub.add_parser("clone", help="clone it"); c.add_argument("url"); c.add_argument("--depth", type=int); c.set_defaults(func=lambda a: print("cloning", a.url))
sub.add_parser("push", aliases=["p"]); q.print_help(); a = q.parse_args(["clone", "u", "--depth", "1"]); print(a.depth); a.func(a)
for bad in [[], ["zz"], ["clone"]]:
    try: q.parse_args(bad)
    except SystemExit as e: print("exit", e.code)
try: c.parse_args(["-h"])
except SystemExit as e: print(e.code)
r = argparse.ArgumentParser(formatter_class=argparse.ArgumentDefaultsHelpFormatter, exit_on_error=False, prog="r"); r.add_argument("pos", type=float, nargs="+"); r.add_argument("--long-option-name", default="value", help="a very long help text that has to wrap around because it is longer than the terminal width is allowed to be"); r.print_help()
try: r.parse_args(["z"])
except argparse.ArgumentError as e: print(e)
print(argparse.Namespace(a=1, b='x'), vars(argparse.Namespace(a=1)))
