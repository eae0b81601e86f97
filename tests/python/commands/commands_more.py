# More of the small commands, without a shell.
import subprocess


def run(*words, **options):
    r = subprocess.run(words, capture_output=True, text=True, **options)
    print(words, r.returncode, repr(r.stdout), repr(r.stderr))


text = "b 2\na 1\nb 2\nc 3\n"
run("tail", "-n", "2", input=text)
run("uniq", "-c", input="a\na\nb\n")
run("tr", "a-c", "A-C", input=text)
run("tr", "-d", "0-9", input=text)
run("cut", "-d", " ", "-f", "2", input=text)
run("grep", "-n", "b", input=text)
run("grep", "-c", "b", input=text)
run("grep", "-i", "B", input=text)
run("grep", "zzz", input=text)
run("grep", "-E", "a|c", input=text)
run("rev", input="abc\n")
run("tac", input="1\n2\n3\n")
run("basename", "/a/b.txt")
run("dirname", "/a/b.txt")
run("printf", "%s=%d\\n", "x", "5")
run("test", "-n", "")
run("test", "5", "-gt", "3")
run("tee", "copy.txt", input="kept\n")
run("cat", "copy.txt")
run("cp", "copy.txt", "other.txt")
run("mv", "other.txt", "third.txt")
run("cat", "third.txt")
run("rm", "third.txt", "copy.txt")
run("cp", "missing", "x")
