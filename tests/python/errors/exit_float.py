import sys
print('before')
try:
    sys.exit(2.5)
finally:
    print('finally')
print('after')
