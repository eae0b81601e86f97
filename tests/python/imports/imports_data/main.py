# Data files beside the program, and standard input.
import json
import pathlib
import sys

with open("data/numbers.txt") as f:
    numbers = [int(line) for line in f]
print(sum(numbers))
here = pathlib.Path(__file__).parent
config = json.loads((here / "config.json").read_text())
print(config["name"], config["retries"])
name = input("name? ")
age = int(input("age? "))
print(f"{name} is {age}")
print([line.rstrip() for line in sys.stdin])
try:
    input("more? ")
except EOFError as e:
    print(e)
print(open(__file__).readline().strip())
