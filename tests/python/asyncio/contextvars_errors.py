import contextvars

v = contextvars.ContextVar("v")
w = contextvars.ContextVar("w", default=1)
try:
    v.get()
except LookupError as e:
    print(type(e).__name__, e.args[0] is v)
print(v.get("given"), w.get(), w.get("ignored?"), v.name)
token = v.set("one")
inner = v.set("two")
print(token.old_value is contextvars.Token.MISSING, inner.old_value, inner.var is v)
v.reset(inner)
print(v.get())
v.reset(token)
print(v.get(None))
try:
    v.reset(token)
except RuntimeError as e:
    print(str(e).split(">")[-1])
try:
    w.reset(v.set("x"))
except ValueError as e:
    print(str(e).split(">")[-1])
ctx = contextvars.copy_context()
print(ctx[v], v in ctx, w in ctx, len(ctx), ctx.get(w), ctx.get(w, "d"), list(ctx.values()))
try:
    ctx[w]
except KeyError as e:
    print("KeyError", e.args[0] is w)


def change(value):
    token = v.set(value)
    try:
        ctx.run(print)
    except RuntimeError as e:
        print(str(e).split(":")[0])
    return token


stray = ctx.run(change, "inside")
print(v.get(), ctx[v], [k.name for k in ctx], [x for _, x in ctx.items()])
try:
    v.reset(stray)
except ValueError as e:
    print(str(e).split(">")[-1])
copy = ctx.copy()
ctx.run(v.set, "again")
print(copy[v], ctx[v], contextvars.Context().run(v.get, "fresh"))
try:
    contextvars.ContextVar(5)
except TypeError as e:
    print(e)
try:
    ctx.run(lambda: 1 / 0)
except ZeroDivisionError:
    print("errors come out", v.get())
print(ctx == copy, ctx == ctx.copy(), type(ctx).__name__)
