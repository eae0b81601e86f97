import threading, warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("default")
    t = threading.Thread(target=print, args=("x",))
    t.setDaemon(True)
    t.start()
    t.join()
    for _ in range(2):
        print(t.getName(), threading.currentThread().name, t.isDaemon())
    warnings.warn("careful")

    def old():
        warnings.warn("old is old", DeprecationWarning, stacklevel=2)

    old()
for w in seen:
    print(w.lineno, w.category.__name__, w.message)
