"""wait and wait_for of a condition that end by time."""
import threading

condition = threading.Condition()
with condition:
    assert not condition.wait(0.2)
    assert not condition.wait_for(lambda: False, timeout=0.35)
    assert condition.wait_for(lambda: True, timeout=5)
