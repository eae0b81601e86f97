try:
    raise ExceptionGroup("several", [ValueError("v"), TypeError("t"), ValueError("w")])
except* ValueError as group:
    print("values", [str(e) for e in group.exceptions])
except* TypeError as group:
    print("types", [str(e) for e in group.exceptions])
group = ExceptionGroup("top", [OSError("disk"), ExceptionGroup("inner", [KeyError("k")])])
print(group, repr(group), group.message, len(group.exceptions))
match, rest = group.split(KeyError)
print(repr(match), repr(rest), group.subgroup(IndexError))
try:
    try:
        raise group
    except* OSError as found:
        print("os", found.exceptions)
except ExceptionGroup as left:
    print("left", repr(left))
try:
    raise ValueError("plain")
except* ValueError as wrapped:
    print(repr(wrapped))
