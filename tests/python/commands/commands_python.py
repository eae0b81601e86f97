# Python programs run by Python programs.
import os, subprocess, sys
def run(*args, **options):
    done = subprocess.run([sys.executable, *args], capture_output=True, text=True, **options)
    print(done.returncode, repr(done.stdout), repr(done.stderr.strip().split("\n")[-1]))
run("-c", "print(1 + 1)")
run("-c", "import sys; print(sys.argv[1:], __name__)", "a", "b")
run("-c", "raise ValueError('bad')")
run("-c", "import sys; sys.exit('message')")
run("-c", "x = = 1")
run("-c", "import sys; print(sys.stdin.read().upper(), end='')", input="shout")
with open("script.py", "w") as f:
    f.write("import sys, helper\nprint(helper.name, sys.argv[1:], __name__)\nif __name__ == '__main__':\n    sys.exit(len(sys.argv))\n")
with open("helper.py", "w") as f:
    f.write("name = 'helper of ' + __name__\n")
run("script.py", "x", "y")
run("-c", "import os; print(os.environ.get('FLAG'), os.path.basename(os.getcwd()) != '')", env={**os.environ, "FLAG": "set"})
os.mkdir("sub")
run("-c", "open('made.txt', 'w').write('by the child')", cwd="sub")
print(open("sub/made.txt").read(), os.getcwd() == os.path.abspath("."))
run("-c", "import threading\nt = threading.Thread(target=print, args=('thread',)); t.start(); t.join()\nimport atexit; atexit.register(print, 'bye')")
run("-c", "import multiprocessing as m\nprint(m.current_process().name)")
print(os.system("exit 2") >> 8, os.system("true"), os.popen("echo popen").read(), end="")
with os.popen("echo a; echo b") as f:
    print([line.strip() for line in f])
