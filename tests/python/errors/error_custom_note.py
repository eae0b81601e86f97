error = RuntimeError("it broke")
error.add_note("while testing")
error.add_note("see the manual")
raise error
