"""Parsing of command lines."""

import os as _os
import re as _re
import sys as _sys

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]
SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."
_UNRECOGNIZED = "_unrecognized_args"


def _repr(obj, pairs):
    return f"{type(obj).__name__}({', '.join([f'{k}={v!r}' if k.isidentifier() else k for k, v in pairs])})"


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(_os.environ["COLUMNS"]) - 2
            except (KeyError, ValueError):
                width = 78
        self._prog = prog
        self._increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._indent_now = 0
        self._longest = 0
        self._items = []

    # what is to be shown: a list of functions that give texts, sections as lists within

    def _indent(self):
        self._indent_now += self._increment

    def _dedent(self):
        self._indent_now -= self._increment

    def start_section(self, heading):
        self._indent()
        section = [heading, self._items, self._indent_now - self._increment]
        self._items = []
        self._stack = getattr(self, "_stack", [])
        self._stack.append(section)

    def end_section(self):
        heading, outer, indent = self._stack.pop()
        items = self._items
        self._dedent()

        def show():
            self._indent()
            text = "".join([t for t in [i() for i in items] if t])
            self._dedent()
            if not text:
                return ""
            head = "" if heading is SUPPRESS or heading is None else f"{'':>{indent}}{heading}:\n"
            return f"\n{head}{text}\n"

        self._items = outer
        self._items.append(show)

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._items.append(lambda: self._format_text(text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._items.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._indent_now]
        for sub in self._subactions(action):
            self._indent()
            lengths.append(len(self._format_action_invocation(sub)) + self._indent_now)
            self._dedent()
        self._longest = max([self._longest] + lengths)
        self._items.append(lambda: self._format_action(action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join([t for t in [i() for i in self._items] if t])
        if text:
            text = _re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n"
        return text

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % dict(prog=self._prog)}\n\n"
        prog = "%(prog)s" % dict(prog=self._prog)
        if not actions:
            return f"{prefix}{prog}\n\n"
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        usage = " ".join([s for s in [prog, " ".join(self._usage_parts(optionals + positionals, groups))] if s])
        text_width = self._width - self._indent_now
        if len(prefix) + len(usage) > text_width:
            opt_parts = self._usage_parts(optionals, groups)
            pos_parts = self._usage_parts(positionals, groups)

            def get_lines(parts, indent, prefix=None):
                lines = []
                line = []
                length = len(prefix) - 1 if prefix is not None else len(indent) - 1
                for part in parts:
                    if length + 1 + len(part) > text_width and line:
                        lines.append(indent + " ".join(line))
                        line = []
                        length = len(indent) - 1
                    line.append(part)
                    length += len(part) + 1
                if line:
                    lines.append(indent + " ".join(line))
                if prefix is not None:
                    lines[0] = lines[0][len(indent):]
                return lines

            if len(prefix) + len(prog) <= 0.75 * text_width:
                indent = " " * (len(prefix) + len(prog) + 1)
                if opt_parts:
                    lines = get_lines([prog] + opt_parts, indent, prefix)
                    lines.extend(get_lines(pos_parts, indent))
                elif pos_parts:
                    lines = get_lines([prog] + pos_parts, indent, prefix)
                else:
                    lines = [prog]
            else:
                indent = " " * len(prefix)
                lines = get_lines(opt_parts + pos_parts, indent)
                if len(lines) > 1:
                    lines = get_lines(opt_parts, indent) + get_lines(pos_parts, indent)
                lines = [prog] + lines
            usage = "\n".join(lines)
        return f"{prefix}{usage}\n\n"

    def _usage_parts(self, actions, groups):
        inside = {}
        for group in groups:
            members = [a for a in group._group_actions if a.help is not SUPPRESS]
            if len(members) and all(a in actions for a in members):
                for i, a in enumerate(members):
                    inside[id(a)] = (group, i, len(members))
        parts = []
        for action in actions:
            if action.help is SUPPRESS:
                continue
            if not action.option_strings:
                part = self._format_args(action, self._default_metavar_for_positional(action))
                if id(action) in inside and part[:1] == "[" and part[-1:] == "]":
                    part = part[1:-1]
            else:
                option = action.option_strings[0]
                if action.nargs == 0:
                    part = action.format_usage()
                else:
                    part = f"{option} {self._format_args(action, self._default_metavar_for_optional(action))}"
                if not action.required and id(action) not in inside:
                    part = f"[{part}]"
            if id(action) in inside:
                group, i, n = inside[id(action)]
                if n == 1:
                    part = part if group.required else f"[{part}]"
                else:
                    left, right = "()" if group.required else "[]"
                    if i == 0:
                        part = left + part
                    if i < n - 1:
                        part += " |"
                    else:
                        part += right
            parts.append(part)
        return parts

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._indent_now, 11)
        return self._fill_text(text, width, " " * self._indent_now) + "\n\n"

    def _format_action(self, action):
        help_position = min(self._longest + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - self._indent_now - 2
        header = self._format_action_invocation(action)
        first = 0
        if not action.help:
            head = f"{'':>{self._indent_now}}{header}\n"
        elif len(header) <= action_width:
            head = f"{'':>{self._indent_now}}{header:<{action_width}}  "
        else:
            head = f"{'':>{self._indent_now}}{header}\n"
            first = help_position
        parts = [head]
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append(f"{'':>{first}}{lines[0]}\n")
                parts.extend([f"{'':>{help_position}}{line}\n" for line in lines[1:]])
        elif not head.endswith("\n"):
            parts.append("\n")
        for sub in self._subactions(action):
            self._indent()
            parts.append(self._format_action(sub))
            self._dedent()
        return "".join(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavar_formatter(action, self._default_metavar_for_positional(action))(1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._default_metavar_for_optional(action))
        return ", ".join(action.option_strings) + " " + args

    def _metavar_formatter(self, action, default):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{%s}" % ",".join(map(str, action.choices))
        else:
            result = default
        return lambda n: result if isinstance(result, tuple) else (result,) * n

    def _format_args(self, action, default):
        get = self._metavar_formatter(action, default)
        nargs = action.nargs
        if nargs is None:
            return "%s" % get(1)
        if nargs == OPTIONAL:
            return "[%s]" % get(1)
        if nargs == ZERO_OR_MORE:
            metavar = get(1)
            return "[%s [%s ...]]" % metavar if len(metavar) == 2 else "[%s ...]" % metavar
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % get(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % get(1)
        if nargs == SUPPRESS:
            return ""
        try:
            return " ".join(["%s"] * nargs) % get(nargs)
        except TypeError:
            raise ValueError("invalid nargs value") from None

    def _expand_help(self, action):
        text = action.help
        if "%" not in text:
            return text
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            if params[name] is SUPPRESS:
                del params[name]
            elif hasattr(params[name], "__name__"):
                params[name] = params[name].__name__
        if params.get("choices") is not None:
            params["choices"] = ", ".join(map(str, params["choices"]))
        return text % params

    def _subactions(self, action):
        get = getattr(action, "_get_subactions", None)
        return get() if get else []

    def _split_lines(self, text, width):
        import textwrap

        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap

        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _expand_help(self, action):
        text = action.help
        if "%(default)" not in text and action.default is not SUPPRESS and (
                action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            if action.default is not None or action.option_strings:
                text += " (default: %(default)s)"
        params = {k: v for k, v in dict(vars(action), prog=self._prog).items() if v is not SUPPRESS}
        for name in list(params):
            if hasattr(params[name], "__name__"):
                params[name] = params[name].__name__
        if params.get("choices") is not None:
            params["choices"] = ", ".join(map(str, params["choices"]))
        return text % params if "%" in text else text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _default_metavar_for_optional(self, action):
        return action.type.__name__

    def _default_metavar_for_positional(self, action):
        return action.type.__name__
