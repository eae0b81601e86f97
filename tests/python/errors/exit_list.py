import sys
print('before')
try:
    sys.exit([1, 2])
finally:
    print('finally')
print('after')
