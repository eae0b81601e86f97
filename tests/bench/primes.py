def sieve(limit):
    prime = bytearray([1]) * (limit + 1)
    prime[0:2] = b"\0\0"
    for n in range(2, int(limit**0.5) + 1):
        if prime[n]:
            prime[n * n :: n] = bytes(len(prime[n * n :: n]))
    return sum(prime)


def listed(limit):
    prime = [True] * (limit + 1)
    prime[0] = prime[1] = False
    for n in range(2, int(limit**0.5) + 1):
        if prime[n]:
            prime[n * n : limit + 1 : n] = [False] * len(range(n * n, limit + 1, n))
    return [n for n, kept in enumerate(prime) if kept]


print(sieve(1_000_000), len(listed(1_000_000)))
