# title: Two threads that print
# look: Each thread prints and sleeps; their lines take turns because one thread works while the other sleeps.
# variant: threads

import threading
import time


def numbers():
    for number in range(1, 6):
        print(number)
        time.sleep(0.5)


def letters():
    for letter in "abcde":
        print(letter)
        time.sleep(0.7)


first = threading.Thread(target=numbers)
second = threading.Thread(target=letters)
first.start()
second.start()
first.join()
second.join()
print("done")
