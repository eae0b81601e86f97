"""What threads print when exceptions leave them, and that others go on."""
import sys
import threading


class Own(Exception):
    def __str__(self):
        return "own text"


class Broken(Exception):
    def __str__(self):
        raise ValueError("no text")


def fail(kind):
    raise kind


for kind in (ValueError("v"), Own(), SystemExit(3), KeyboardInterrupt(), GeneratorExit("g"), Broken()):
    t = threading.Thread(target=fail, args=(kind,), name=f"T-{type(kind).__name__}")
    t.start()
    t.join()
    print("joined", t.name)


def chain():
    try:
        {}["a"]
    except KeyError as e:
        raise RuntimeError("outer") from e


t = threading.Thread(target=chain, name="chained")
t.start()
t.join()
print("end")
sys.exit(5)
