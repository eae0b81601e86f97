# How sh joins commands: lists, pipes, redirections, statuses.
import subprocess


def sh(command, **options):
    r = subprocess.run(command, shell=True, capture_output=True, text=True, **options)
    print(repr(command), r.returncode, repr(r.stdout), repr(r.stderr))


sh("echo to stdout; echo to stderr 1>&2; exit 1")
sh("cat -; echo ';to stderr' 1>&2", input="through")
sh("false && echo no || echo yes")
sh("(exit 3); echo $?")
sh("true; echo $?; false; echo $?")
sh("echo hi > f.txt; echo more >> f.txt; cat f.txt; wc -l < f.txt; rm f.txt; cat f.txt")
sh("echo out; echo err >&2", stderr=None) if False else sh("(echo out; echo err >&2) 2>&1")
sh("seq 5 | tail -n 2; seq 1 3 | grep -v 2 | sort -r")
sh("echo a b c | tr a-z A-Z | rev")
sh("printf 'a,b,c\\n' | cut -d, -f2; printf 'b\\na\\nb\\n' | sort | uniq -c")
sh("test 3 -lt 4 && echo lt; [ -f nofile ] || echo nofile; [ a = a ] && echo same")
sh("echo one | tee t.out; cat t.out; mv t.out u.out; cp u.out v.out; cat v.out; rm u.out v.out")
sh("cd /tmp && pwd; exit 7")
sh("ls nothing_here 2>/dev/null; echo $?")
sh(":")
sh("basename /a/b.c; dirname /a/b.c")
