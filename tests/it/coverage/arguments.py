"""Prints which of a function's arguments, as CPython has them, ours cannot be given by name: a row per function.

It runs on Interleave, behind `import ... as m` and the rows of `arguments.txt` in `asked`: a dotted name and arguments.
"""

import inspect


def called(f, own, keyword):
    """Whether a native takes it: by what it says when it is called with so many Nones, and this."""
    for n in range(6):
        try:
            f(*own, *[None] * n, **{keyword: None})
        except TypeError as e:
            text = str(e)
            if "keyword" not in text or "multiple" in text or "positional-only" in text:
                return True
        except BaseException:
            return True
        else:
            return True
    return False


def refused(path, keywords):
    found, owner = m, None
    for part in path.split("."):
        owner, found = found, getattr(found, part, None)
    if found is None or getattr(type(found), "__call__", None) is not type.__call__ and isinstance(found, type):
        return []
    try:
        parameters = list(inspect.signature(found).parameters.values())
        if any(p.kind is p.VAR_KEYWORD or p.kind is p.VAR_POSITIONAL and len(parameters) == 1 for p in parameters):
            return []
    except Exception:
        parameters = []
    if not parameters and inspect.isfunction(found):
        return keywords
    names = [p.name for p in parameters if p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)]
    if parameters:
        return [k for k in keywords if k not in names]
    own = []
    if isinstance(owner, type):
        try:
            own.append(owner())
        except BaseException:
            return []
    return [k for k in keywords if not called(found, own, k)]


for path, keywords in asked:
    try:
        found = refused(path, keywords.split())
    except BaseException:
        continue
    if found:
        print("()", path, *found, flush=True)
