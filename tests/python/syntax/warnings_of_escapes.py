# Escapes that are none stay as they are; the warning is the compiler's.
import warnings

for text in (r"'\w'", r"b'\N'", r"'\777'", r"f'{1}\d'", r"'a\
b'", r"r'\q'", r"'\x41\101\u0041'"):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        print(text, repr(eval(text)))
