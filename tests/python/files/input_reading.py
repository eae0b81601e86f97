import io
import sys

sys.stdin = io.StringIO("Ann\n30\n")
name = input("name? ")
age = int(input())
print(f"{name} is {age}")
try:
    input()
except EOFError as error:
    print(error)
buffer = io.StringIO()
print("into the buffer", file=buffer)
print(buffer.getvalue().upper())
