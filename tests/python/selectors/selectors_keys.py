# Registering, looking up, changing, and what is refused.
import selectors
import socket

for kind in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    a, b = socket.socketpair()
    with kind() as sel:
        print(kind.__name__, sel.select(0.01), dict(sel.get_map()))
        sel.register(a, selectors.EVENT_READ, "first")
        sel.register(b.fileno(), selectors.EVENT_WRITE)
        print(len(sel.get_map()), a in sel.get_map(), [k.data for k in sel.get_map().values()])
        print([(k.data, e) for k, e in sel.select(0)])
        b.sendall(b"x")
        print(sorted((str(k.data), e) for k, e in sel.select(0)))
        print(sel.get_key(a).data, sel.modify(a, selectors.EVENT_READ, "second").data, sel.get_key(a.fileno()).data)
        sel.modify(a, selectors.EVENT_WRITE)
        print(sel.get_key(a).data, [e for k, e in sel.select()])
        for f, args in (
            (sel.register, (a, selectors.EVENT_READ)),
            (sel.register, (a, 0)),
            (sel.register, (a, 8)),
            (sel.register, ("no file", selectors.EVENT_READ)),
            (sel.register, (-1, selectors.EVENT_READ)),
            (sel.unregister, (12345,)),
            (sel.get_key, (54321,)),
            (sel.modify, (999, selectors.EVENT_READ)),
        ):
            try:
                f(*args)
            except (KeyError, ValueError) as e:
                print(type(e).__name__, str(e).split("<")[0].replace(f"FD {a.fileno()}", "FD N"))
        print(sel.unregister(a).events, len(sel.get_map()))
    try:
        sel.get_key(b)
    except (RuntimeError, KeyError) as e:
        print(type(e).__name__, e)
    a.close(), b.close()
print(selectors.DefaultSelector is selectors.EpollSelector, issubclass(selectors.PollSelector, selectors.BaseSelector))
