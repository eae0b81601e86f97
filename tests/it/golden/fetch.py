import requests
from concurrent.futures import ThreadPoolExecutor


def fetch(page):
    return requests.get(f"https://api.example.com/page/{page}").status_code


with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(fetch, range(3))))
