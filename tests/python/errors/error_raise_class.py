print("x")
raise KeyError("missing key")
