# The traceback of a file that is not there.
import json

def load(path):
    with open(path) as f:
        return json.load(f)

try:
    load("settings.json")
except FileNotFoundError as e:
    print(e.errno, e.filename, e.strerror, e.args)

load("settings.json")
