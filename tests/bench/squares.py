import multiprocessing


def square(n):
    return n * n


if __name__ == "__main__":
    with multiprocessing.Pool(8) as pool:
        print(sum(pool.map(square, range(100_000))))
