# Attributes that modules lack, and those that programs probe for.
import json
import math
import os
import sys
import time

print(hasattr(math, "nothing"), getattr(os, "nothing", "default"), hasattr(sys, "ps1"), hasattr(json, "decoder"))
for module, name in ((math, "sine"), (json, "laods"), (time, "slep"), (os, "getcwdd")):
    try:
        getattr(module, name)
    except AttributeError as e:
        print(e, e.name, e.obj is module)
try:
    from math import cosine
except ImportError as e:
    print(str(e).split("(")[0], e.name)
try:
    import maths
except ModuleNotFoundError as e:
    print(e, e.name)
print(hasattr(sys, "__file__"), hasattr(time, "__file__"), sys, time)
