"""A loop that waits for an event in short pieces."""
import threading

event = threading.Event()
threading.Timer(0.55, event.set).start()
while not event.wait(0.1):
    pass
