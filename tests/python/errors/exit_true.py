import sys
print('before')
try:
    sys.exit(True)
finally:
    print('finally')
print('after')
