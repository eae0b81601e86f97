# A small store of pickles in a file: written, read again, changed.
import os
import pickle
import tempfile

path = os.path.join(tempfile.mkdtemp(), "store.pkl")


class Account:
    def __init__(self, name, amount):
        self.name, self.amount = name, amount

    def __eq__(self, other):
        return vars(self) == vars(other)

    def __repr__(self):
        return f"Account({self.name!r}, {self.amount})"


accounts = {name: Account(name, n * 10) for n, name in enumerate(["ann", "bob", "cy"])}
accounts["same"] = accounts["ann"]
with open(path, "wb") as f:
    pickle.dump(accounts, f)
    pickle.dump([1, 2], f, protocol=2)
print(os.path.getsize(path))
with open(path, "rb") as f:
    again = pickle.load(f)
    print(pickle.load(f))
    try:
        pickle.load(f)
    except EOFError as e:
        print("end", e)
print(again, again == accounts, again["same"] is again["ann"])
copied = pickle.loads(pickle.dumps(accounts["bob"], pickle.HIGHEST_PROTOCOL))
copied.amount += 1
print(copied, accounts["bob"], pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL, pickle.format_version)
print(len(pickle.dumps([0] * 1000)), len(pickle.dumps("text" * 100)), len(pickle.dumps({i: str(i) for i in range(100)})))
