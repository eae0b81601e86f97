"""BLAKE2 with salt, person and key, and what it refuses."""

import hashlib
for f in ('blake2b','blake2s'):
    f=getattr(hashlib,f)
    print(f(b"x", salt=b"salty", person=b"me").hexdigest(), f.SALT_SIZE, f.PERSON_SIZE)
    print(f(b"x"*200, digest_size=20, key=b"k", salt=b"12345678", person=b"abcdefgh").hexdigest())
    for k in ({'digest_size':0},{'digest_size':99},{'salt':b'x'*17},{'person':b'x'*17},{'key':b'x'*65}):
        try: f(**k)
        except ValueError as e: print(e)
