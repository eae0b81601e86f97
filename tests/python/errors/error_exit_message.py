import sys

try:
    sys.exit("the disk is full")
finally:
    print("cleaned up")
