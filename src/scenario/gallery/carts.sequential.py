# title: Five carts: fetch, then work
# look: Waiting overlaps in tasks of one process; the work needs cores, so it goes to five processes. Both phases shrink from 15 s to 5 s.
# ask: Five carts need 1 to 5 s on the network and then as long on a core; six cores, five processes. What remains of 30 s?
# choice: 6 s
# choice: = 10 s
# choice: 15 s
# try: Give the machine two cores.
# cores: 6
# speed: 950
# host: shop1.example 1 s
# host: shop2.example 2 s
# host: shop3.example 3 s
# host: shop4.example 4 s
# host: shop5.example 5 s
# select: gather + pool
# variant: sequential

import time

import requests

CARTS = [1, 2, 3, 4, 5]


def fetch(cart):
    response = requests.get(f"https://shop{cart}.example/cart")
    print(f"cart {cart}: fetched, status {response.status_code}")
    return cart


def price(cart):
    steps = cart * 50_000_000  # about a second of work per 50 million
    done = 0
    while done < steps:
        done = done + 1
    return f"cart {cart}: priced"


if __name__ == "__main__":
    start = time.perf_counter()
    carts = [fetch(cart) for cart in CARTS]
    fetched = time.perf_counter()
    print(f"fetching took {fetched - start:.1f} s")

    for line in [price(cart) for cart in carts]:
        print(line)
    print(f"work took {time.perf_counter() - fetched:.1f} s")
