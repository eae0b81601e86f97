import sys, threading

class Out:
    text = ""

    def write(self, text):
        self.text += text

    def show(self):
        lines, self.text = self.text.splitlines(), ""
        for line in lines:
            if line.startswith("  File"):
                line = '  File "' + line.split('"')[1].split("/")[-1] + '"' + line.split('"')[2]
            if line.strip("~^ "):
                print(line)

    def flush(self):
        pass

sys.stderr = Out()

def work(n):
    return 1 / n

t = threading.Thread(target=work, args=(0,))
t.start()
t.join()
sys.stderr.show()

class Sub(threading.Thread):
    def run(self):
        raise KeyError("k")

t = Sub(name="sub")
t.start()
t.join()
sys.stderr.show()

def leave():
    sys.exit(3)

t = threading.Thread(target=leave)
t.start()
t.join()
sys.stderr.show()
print("exit is silent")

def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)

threading.excepthook = hook
t = threading.Thread(target=work, args=(0,))
t.start()
t.join()
