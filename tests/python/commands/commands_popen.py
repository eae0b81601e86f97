# Popen: polling, waiting, pipes, signals.
import subprocess, sys, time
start = time.time()
procs = [subprocess.Popen(["sleep", str(s)]) for s in (0.3, 0.1, 0.2)]
print([p.poll() for p in procs], [p.wait() for p in procs], [p.poll() for p in procs], round(time.time() - start, 1))
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(p.communicate("one\ntwo\n"), p.returncode, p.args)
p = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
p.stdin.write(b"abc\n")
p.stdin.close()
print(p.stdout.readline(), p.stdout.read(), p.wait())
p.stdout.close()
p = subprocess.Popen(["sleep", "30"])
try:
    p.wait(timeout=0.05)
except subprocess.TimeoutExpired as e:
    print(e)
p.terminate()
print(p.wait(), p.returncode)
p = subprocess.Popen(["sleep", "30"])
p.kill()
print(p.wait(), p)
with subprocess.Popen(["echo", "within"], stdout=subprocess.PIPE, text=True) as p:
    print(p.stdout.read(), end="")
print(p.returncode, p.pid > 0)
code = "import sys, time\nfor i in range(3):\n    print('line', i, flush=True)\n    time.sleep(0.05)\nprint('to err', file=sys.stderr)\nsys.exit(4)"
p = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
for line in p.stdout:
    print("got", line.rstrip())
print(p.stderr.read(), p.wait())
p.stdout.close(); p.stderr.close()
p = subprocess.Popen([sys.executable, "-u", "-c", "print(input('?') * 2)"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(p.communicate("ab\n", timeout=10))
