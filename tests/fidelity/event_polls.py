"""A loop that waits for an event in short pieces."""
import threading

event = threading.Event()
threading.Timer(0.55, event.set).start()
polls = 0
while not event.wait(0.1):
    polls += 1
assert polls == 5
