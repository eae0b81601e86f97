import sys

print(sys.get_int_max_str_digits())
long = 7 ** 6000
for attempt in (lambda: str(long), lambda: f"{long:,}", lambda: "%d" % long, lambda: int("9" * 5000), lambda: repr([long])):
    try:
        attempt()
    except ValueError as e:
        print(e)
print(len(hex(long)), int("f" * 5000, 16).bit_length())

for most in (1, 639, -1, "x", 1.5, 2**31):
    try:
        sys.set_int_max_str_digits(most)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)

sys.set_int_max_str_digits(5071)
print(sys.get_int_max_str_digits(), len(str(long)))
sys.set_int_max_str_digits(maxdigits=5070)
try:
    print(len(str(-long)))
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(0)
text = str(3**20000)
print(len(text), int(text) == 3**20000, text[:10], text[-10:])
print(len(f"{long:,}"), len("%d" % -long))
