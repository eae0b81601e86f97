# title: Squares in a pool
# look: Three worker processes, each with a Python and a GIL of its own, take the numbers from one queue.
# ask: Three processes take five numbers from one queue. Does the order of the results depend on who is first?
# choice: Yes
# choice: = No, map keeps the order
# try: Use imap_unordered and let the first number sleep.
# variant: processes

from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(3) as pool:
        print(pool.map(square, [1, 2, 3, 4, 5]))
