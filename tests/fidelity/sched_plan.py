"""A plan of events, and a loop that sleeps up to a deadline."""
import sched
import time

plan = sched.scheduler(time.monotonic, time.sleep)
for seconds in (0.5, 0.1, 0.3):
    plan.enter(seconds, 1, time.sleep, (0.05,))
plan.run()
deadline = time.perf_counter() + 0.2
while time.perf_counter() < deadline:
    time.sleep(0.02)
