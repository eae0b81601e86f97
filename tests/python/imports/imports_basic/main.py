# Modules beside the program: every form of import, what they hold, and that they run once.
import helper
import helper as h
from helper import greet, CONSTANT as C
from helper import *
import pkg
import pkg.inner
import pkg.inner.leaf as leaf
from pkg import sibling
from pkg.inner import leaf as again

print(helper is h, greet("you"), C, public, helper.__name__, helper.__package__ == "", helper.__doc__)
print(pkg.__name__, pkg.__package__, pkg.inner.__package__, leaf.__name__, leaf is again is pkg.inner.leaf)
print(sibling.up(), leaf.climb(), pkg.VERSION)
try:
    print(_hidden)
except NameError as e:
    print(e)
import sys
print("helper" in sys.modules, sys.modules["pkg.inner"] is pkg.inner, __name__, sys.modules["__main__"].C)
helper.counter += 1
import helper
print(helper.counter, dir(helper)[-4:])
print(greet.__module__, leaf.Leaf, leaf.Leaf().where())
