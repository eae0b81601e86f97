# compile(..., "single"): one line may hold several simple statements.
def shown(text):
    try:
        exec(compile(text, "<single>", "single"), {"x": 2})
    except SyntaxError as e:
        print("SyntaxError", e.msg)


shown("1 + 1")
shown("a = 1; a + 1; 'text'")
shown("x; None; x * 2\n")
shown("for i in range(2): i\n")
shown("def f(): return 1\n")
shown("1\n2\n")
shown("if x: 5\n\n")
shown("a = 1\nb = 2\n")
shown("print('only'); print('these')")
