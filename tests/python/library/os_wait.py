"""os.wait and os.waitpid(-1): whichever child ends first."""
import os
import subprocess
import sys
import time


def child(seconds, status):
    pid = os.fork()
    if pid == 0:
        time.sleep(seconds)
        os._exit(status)
    return pid


try:
    os.wait()
except ChildProcessError as e:
    print(repr(e))

children = {child(0.3, 7): "slow", child(0.1, 0): "quick", child(0.2, 3): "middle"}
print(os.waitpid(-1, os.WNOHANG))
for _ in range(3):
    pid, status = os.wait()
    print(children.pop(pid), os.waitstatus_to_exitcode(status))
try:
    os.waitpid(-1, 0)
except ChildProcessError as e:
    print(repr(e))

# Of several that have ended, each is told once.
pids = [child(0, n) for n in (1, 2)]
time.sleep(0.1)
print(sorted(os.waitstatus_to_exitcode(os.waitpid(0, 0)[1]) for _ in pids))
try:
    os.waitpid(pids[0], 0)
except ChildProcessError as e:
    print(repr(e))

# What a Popen has waited for is gone.
done = subprocess.Popen([sys.executable, "-c", "pass"])
print(done.wait())
try:
    os.wait()
except ChildProcessError as e:
    print(repr(e))

# A child has no children of its own yet.
first = child(0.3, 5)
if os.fork() == 0:
    try:
        os.waitpid(first, 0)
    except ChildProcessError as e:
        os._exit(9)
    os._exit(0)
pid, status = os.wait()
print(pid == first, os.waitstatus_to_exitcode(status))
pid, status = os.wait()
print(pid == first, os.waitstatus_to_exitcode(status))
