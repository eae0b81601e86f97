"""Shelves and databases of bytes in files."""
import dbm
import shelve

with shelve.open("things") as s:
    s["a"] = {"x": [1, 2]}
    s["b"] = (3, "four")
    s["a"]["x"].append(9)
    print(s["a"], len(s), sorted(s), "b" in s, s.get("c", "none"))
with shelve.open("things", writeback=True) as s:
    s["a"]["x"].append(9)
    del s["b"]
with shelve.open("things", flag="r") as s:
    print(dict(s), list(s.items()))
try:
    s["a"]
except ValueError as e:
    print(e)
try:
    with shelve.open("things") as s:
        s["none"]
except KeyError as e:
    print("KeyError", e)
m = shelve.Shelf({})
m["k"] = [1]
m.update(q=2)
print(sorted(m.keys()), m.pop("q"), list(m.values()))
m.close()
with dbm.open("cache", "c") as db:
    db[b"one"] = b"1"
    db["two"] = "zwei"
    print(db["one"], db.get(b"two"), b"three" in db, sorted(db.keys()), len(db))
with dbm.open("cache", "w") as db:
    db["two"] = "x" * 600
    del db["one"]
    try:
        db["one"]
    except KeyError as e:
        print("KeyError")
with dbm.open("cache", "n") as db:
    print(len(db), list(db.keys()))
try:
    dbm.open("missing", "r")
except dbm.error as e:
    print(isinstance(e, dbm.error[0]))
