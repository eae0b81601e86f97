#!/usr/bin/env python3
"""Prints the random program of a number: `program.py 42`. The same number gives the same program for ever on CPython 3.13."""

import random
import sys

from blocks import statements, values
from tasks import tasks
from threads import threads

KINDS = [values, statements, tasks, values, statements, threads, tasks, statements, values, statements]


def program(number):
    dice = random.Random(f"program {number}")
    return KINDS[number % len(KINDS)](dice)


if __name__ == "__main__":
    print(program(int(sys.argv[1])), end="")
