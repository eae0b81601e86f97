# title: Two threads that print
# look: Each thread prints and sleeps; their lines take turns because one thread works while the other sleeps.
# ask: Two threads print and sleep in turn. Does a thread print while the other prints?
# choice: Yes, they mix letters
# choice: = No, while one works the other sleeps
# try: Take the sleep out of one of them.
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
