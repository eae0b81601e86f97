import sys
print('before')
try:
    raise SystemExit(ValueError("x"))
finally:
    print('finally')
print('after')
