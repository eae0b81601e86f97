import contextvars, threading

v = contextvars.ContextVar("v", default=0)
token = v.set(1)
print(v.get(), token.var is v, token.old_value is contextvars.Token.MISSING)
t = threading.Thread(target=lambda: print(v.get()))
t.start()
t.join()
ctx = contextvars.copy_context()

def change():
    v.set(5)
    return v.get()

print(ctx.run(change), v.get(), ctx[v], len(ctx), v in ctx)
v.reset(token)
print(v.get())
try:
    v.reset(token)
except RuntimeError as e:
    print("used")
w = contextvars.ContextVar("w")
try:
    w.get()
except LookupError as e:
    print("LookupError")
print(w.get(3))
