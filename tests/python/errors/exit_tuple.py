import sys
print('before')
try:
    raise SystemExit(1, 2)
finally:
    print('finally')
print('after')
