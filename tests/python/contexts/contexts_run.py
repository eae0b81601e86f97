"""Context.run, copies, and what each sees."""
import contextvars

var, other = contextvars.ContextVar("var", default="default"), contextvars.ContextVar("other")


def change(value):
    before = var.get()
    var.set(value)
    return before, var.get()


context = contextvars.copy_context()
print(context.run(change, 1), context[var], var.get())
print(context.run(change, 2), len(context), list(context) == [var])
copy = context.copy()
copy.run(change, 3)
print(context[var], copy[var], copy.get(other), copy.get(other, "no"), other in copy)
try:
    context.run(lambda: context.run(print))
except RuntimeError as error:
    print(str(error).split(":")[0])
try:
    other.get()
except LookupError as error:
    print(type(error).__name__)
print(other.get("given"), var.name)
token = var.set("new")
print(token.var is var, token.old_value is contextvars.Token.MISSING, var.get())
var.reset(token)
print(var.get())
try:
    var.reset(token)
except RuntimeError as error:
    print(str(error).split(" 0x")[0][:20])
first = var.set("a")
second = var.set("b")
print(second.old_value)
var.reset(first)
print(var.get())
try:
    contextvars.ContextVar("x").reset(second)
except ValueError as error:
    print("other variable")
empty = contextvars.Context()
print(len(empty), empty.run(var.get), dict(empty.items()))
try:
    empty.run(lambda: 1 / 0)
except ZeroDivisionError as error:
    print(error)
