"""wait_for() looks again after each notification and gives the predicate's last value."""
import threading
import time

cond = threading.Condition()
state = 0
looked = []


def enough():
    looked.append(state)
    return state >= 3 and f"state {state}"


def step():
    global state
    for _ in range(4):
        time.sleep(0.02)
        with cond:
            state += 1
            cond.notify()


t = threading.Thread(target=step)
with cond:
    t.start()
    print(cond.wait_for(enough, timeout=5))
t.join()
print(looked)
with cond:
    started = time.monotonic()
    print(cond.wait_for(lambda: state > 100, timeout=0.1), round(time.monotonic() - started, 1))
