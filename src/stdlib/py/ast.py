"""literal_eval; syntax trees are not supported."""

import _machine


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    return _machine.literal(node_or_string)


def __getattr__(name):
    if name in ("parse", "dump", "unparse", "walk", "NodeVisitor", "NodeTransformer", "fix_missing_locations"):
        return lambda *args, **options: _machine.unsupported(
            "ast." + name + " is not supported: of ast there is literal_eval()"
        )
    raise AttributeError("module 'ast' has no attribute '" + name + "'")
