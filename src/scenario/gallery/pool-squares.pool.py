# title: Squares in a pool
# look: Three worker processes, each with a Python and a GIL of its own, take the numbers from one queue.
# variant: processes

from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, [1, 2, 3, 4, 5]))
