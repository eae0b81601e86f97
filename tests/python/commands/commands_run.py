# subprocess.run and its results.
import subprocess
done = subprocess.run(["echo", "hello", "you"], capture_output=True, text=True)
print(done, done.stdout == "hello you\n", done.check_returncode())
print(subprocess.run(["echo", "x"], stdout=subprocess.PIPE).stdout, subprocess.run(["true"]).returncode, subprocess.run(["false"]))
print(subprocess.run(["cat"], input="typed", capture_output=True, text=True).stdout, subprocess.run(["cat"], input=b"raw", stdout=subprocess.PIPE).stdout)
print(subprocess.run("echo one; echo two", shell=True, capture_output=True, text=True).stdout.split())
print(subprocess.run("exit 7", shell=True).returncode, subprocess.call(["true"]), subprocess.check_call(["true"]))
print(subprocess.check_output(["echo", "-n", "bytes"]), subprocess.check_output(["echo", "t"], text=True), subprocess.getoutput("echo a; echo b"))
print(subprocess.getstatusoutput("false"), subprocess.getstatusoutput("exit 3"))
for call in (lambda: subprocess.run(["false"], check=True), lambda: subprocess.check_output(["false"]), lambda: subprocess.check_call("exit 5", shell=True),
             lambda: subprocess.run(["sleep", "5"], timeout=0.1) and None, lambda: subprocess.run(["no-such-command-at-all"]), lambda: subprocess.run(["echo"], capture_output=True, stdout=subprocess.PIPE), lambda: subprocess.run(["cat"], input="x", stdin=subprocess.PIPE), lambda: subprocess.check_output(["echo"], stdout=1), lambda: subprocess.run(["echo"], cwd="no/such/folder")):
    try:
        print(call())
    except subprocess.TimeoutExpired as e:
        print("timeout", e.cmd, round(e.timeout, 1))
    except Exception as e:
        print(type(e).__name__, e)
with open("out.txt", "w") as f:
    subprocess.run(["echo", "into a file"], stdout=f)
print(open("out.txt").read(), end="")
print(subprocess.run(["cat", "out.txt", "none"], capture_output=True, text=True).returncode)
print(subprocess.run(["ls"], capture_output=True, text=True).stdout.split() == ["commands_run.py", "out.txt"])
with open("out.txt") as f:
    print(subprocess.run(["cat"], stdin=f, capture_output=True, text=True).stdout, end="")
print(subprocess.run(["echo", "gone"], stdout=subprocess.DEVNULL), subprocess.run("echo err >&2; echo out" if False else "echo out", shell=True, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True).stdout)
