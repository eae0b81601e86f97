print(eval("1 + 2 * 3"), eval("x + 1", {"x": 4}))
exec("y = 5\nprint(y * 2)")
code = compile("a + b", "<code>", "eval")
print(eval(code, {"a": 1, "b": 2}))
