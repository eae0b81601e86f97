def kind(value):
    match value:
        case 1 | -1:
            return "one"
        case None | True:
            return "single"
        case [first, *rest] if rest:
            return first
        case {"key": k, **others}:
            return k, others
        case Point(x, y=0) as p:
            return x, p
        case str.lower:
            return value
        case _:
            return "other"
