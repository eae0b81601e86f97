# How sh reads words: quotes, variables, patterns.
import subprocess


def sh(command, **options):
    r = subprocess.run(command, shell=True, capture_output=True, text=True, **options)
    print(repr(command), r.returncode, repr(r.stdout), repr(r.stderr))


sh("echo $NOTHING'$HOME' \"a b\"   c")
sh("X=5; echo $X ${X} ${Y:-def} $((X+1))")
sh("echo $(echo inner) `echo tick` \"$(echo 'two  words')\"")
sh("echo a; # comment\necho b")
sh("echo *.zzz '*.py' \\*.py")
sh("touch b.t a.t; echo *.t; rm a.t b.t")
sh("echo \"quote's \\\"x\\\" end\"")
sh("FOO=bar env | grep FOO")
sh("export A=1; env | grep '^A='")
sh("echo 'a\nb'; printf '%s-%d\\n' x 3 y 4")
sh("echo one two | cat")
sh("X='a  b'; echo $X \"$X\"")
