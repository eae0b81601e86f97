# The parser.


class ArgumentParser(_ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        titles = {g.title: g for g in self._action_groups}
        into = {}
        for group in parent._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                into[id(action)] = titles[group.title]
        for group in parent._mutually_exclusive_groups:
            made = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                into[id(action)] = made
        for action in parent._actions:
            into.get(id(action), self)._add_action(action)
        self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return _repr(self, [(n, getattr(self, n)) for n in names])

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"), kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            groups = self._mutually_exclusive_groups
            formatter.add_usage(None, self._get_positional_actions(), groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        cls = kwargs.pop("action", _SubParsersAction)
        action = cls(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_positional_actions(self):
        return [a for a in self._actions if not a.option_strings]

    def _get_optional_actions(self):
        return [a for a in self._actions if a.option_strings]

    # ---- parsing

    def parse_args(self, args=None, namespace=None):
        args, argv = self.parse_known_args(args, namespace)
        if argv:
            message = f"unrecognized arguments: {' '.join(argv)}"
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)
        return args

    def parse_known_args(self, args=None, namespace=None, _intermixed=False):
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                namespace, args = self._parse(args, namespace)
            except ArgumentError as err:
                self.error(str(err))
        else:
            namespace, args = self._parse(args, namespace)
        if hasattr(namespace, _UNRECOGNIZED):
            args.extend(getattr(namespace, _UNRECOGNIZED))
            delattr(namespace, _UNRECOGNIZED)
        return namespace, args

    def parse_intermixed_args(self, args=None, namespace=None):
        args, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return args

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """The options first, with nothing left to positionals; these share what remains."""
        positionals = self._get_positional_actions()
        for a in positionals:
            if a.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={a.nargs}")
        for group in self._mutually_exclusive_groups:
            if any([a in positionals for a in group._group_actions]):
                raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
        kept = [(a, a.nargs, a.default) for a in positionals]
        try:
            for a in positionals:
                a.nargs = a.default = SUPPRESS
            namespace, rest = self.parse_known_args(args, namespace, _intermixed=True)
        finally:
            for a, a.nargs, a.default in kept:
                pass
        options = [(a, a.required) for a in self._get_optional_actions()]
        try:
            for a, _ in options:
                a.required = False
            return self.parse_known_args(rest, namespace)
        finally:
            for a, a.required in options:
                pass

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _parse(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            out = []
            for arg in arg_strings:
                if arg and arg[0] in self.fromfile_prefix_chars:
                    try:
                        with open(arg[1:]) as f:
                            for line in f.read().splitlines():
                                out.extend(self.convert_arg_line_to_args(line))
                    except OSError as err:
                        raise ArgumentError(None, str(err))
                else:
                    out.append(arg)
            arg_strings = out
        conflicts = {}
        for group in self._mutually_exclusive_groups:
            for a in group._group_actions:
                conflicts.setdefault(a, []).extend([b for b in group._group_actions if b is not a])
        option_at = {}
        pattern = []
        iterator = iter(enumerate(arg_strings))
        for i, arg in iterator:
            if arg == "--":
                pattern.append("-")
                pattern.extend("A" for _ in arg_strings[i + 1:])
                break
            found = self._parse_optional(arg)
            if found is None:
                pattern.append("A")
            else:
                option_at[i] = found
                pattern.append("O")
        pattern = "".join(pattern)
        seen = set()
        seen_non_default = set()
        warned = set()

        def take(action, strings, option=None):
            seen.add(action)
            value = self._get_values(action, strings)
            if strings or value is not action.default:
                seen_non_default.add(action)
                for other in conflicts.get(action, []):
                    if other in seen_non_default:
                        raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")
            if value is not SUPPRESS:
                action(self, namespace, value, option)

        def consume_optional(start):
            found = option_at[start]
            if len(found) > 1:
                names = ", ".join([o for _, o, _, _ in found])
                raise ArgumentError(None, f"ambiguous option: {arg_strings[start]} could match {names}")
            action, option, sep, explicit = found[0]
            todo = []
            while True:
                if action is None:
                    extras.append(arg_strings[start])
                    return start + 1
                if explicit is not None:
                    n = self._match(action, "A")
                    if n == 0 and option[1] not in self.prefix_chars and explicit != "":
                        todo.append((action, [], option))
                        char = option[0]
                        option = char + explicit[0]
                        rest = explicit[1:]
                        if option in self._option_string_actions:
                            action = self._option_string_actions[option]
                            sep = ""
                            explicit = rest or None
                            if explicit and explicit[0] == "=":
                                sep, explicit = "=", explicit[1:]
                            if explicit is None:
                                continue_at = start + 1
                                n = self._match(action, pattern[continue_at:])
                                stop = continue_at + n
                                todo.append((action, arg_strings[continue_at:stop], option))
                                break
                            continue
                        extras.append(char + explicit)
                        stop = start + 1
                        break
                    if n == 1:
                        stop = start + 1
                        todo.append((action, [explicit], option))
                        break
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                begin = start + 1
                n = self._match(action, pattern[begin:])
                stop = begin + n
                todo.append((action, arg_strings[begin:stop], option))
                break
            for action, strings, option in todo:
                if action.deprecated and option not in warned:
                    self._warning(f"option '{option}' is deprecated")
                    warned.add(option)
                take(action, strings, option)
            return stop

        positionals = self._get_positional_actions()

        def consume_positionals(start):
            counts = self._match_partial(positionals, pattern[start:])
            for action, n in zip(positionals, counts):
                strings = arg_strings[start:start + n]
                if action.nargs == PARSER:
                    if pattern[start:start + 1] == "-":
                        strings.remove("--")
                elif action.nargs != REMAINDER and "-" in pattern[start:start + n]:
                    strings.remove("--")
                start += n
                take(action, strings)
            positionals[:] = positionals[len(counts):]
            return start

        extras = []
        start = 0
        last = max(option_at) if option_at else -1
        while start <= last:
            next_option = start
            while next_option <= last and next_option not in option_at:
                next_option += 1
            if start != next_option:
                end = consume_positionals(start)
                if end > start:
                    start = end
                    continue
                start = end
            if start not in option_at:
                extras.extend(arg_strings[start:next_option])
                start = next_option
            start = consume_optional(start)
        stop = consume_positionals(start)
        extras.extend(arg_strings[stop:])
        required = []
        for action in self._actions:
            if action not in seen:
                if action.required:
                    required.append(_get_action_name(action))
                elif action.default is not None and isinstance(action.default, str) and (
                        hasattr(namespace, action.dest) and action.default is getattr(namespace, action.dest)):
                    setattr(namespace, action.dest, self._get_value(action, action.default))
        if required:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(required)}")
        for group in self._mutually_exclusive_groups:
            if group.required and not any(a in seen_non_default for a in group._group_actions):
                names = [_get_action_name(a) for a in group._group_actions if a.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
        return namespace, extras

    def _match(self, action, pattern):
        m = _re.match(self._nargs_pattern(action), pattern)
        if m is None:
            words = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                     ONE_OR_MORE: "expected at least one argument"}
            message = words.get(action.nargs)
            if message is None:
                message = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
            raise ArgumentError(action, message)
        return len(m.group(1))

    def _match_partial(self, actions, pattern):
        for i in range(len(actions), 0, -1):
            m = _re.match("".join([self._nargs_pattern(a) for a in actions[:i]]), pattern)
            if m is not None:
                counts = [len(s) for s in m.groups()]
                if m.end() < len(pattern) and pattern[m.end()] == "O":
                    while counts and not counts[-1]:
                        counts.pop()
                return counts
        return []

    def _nargs_pattern(self, action):
        nargs = action.nargs
        text = {None: "([A])", OPTIONAL: "(A?)", ZERO_OR_MORE: "(A*)", ONE_OR_MORE: "(A+)", REMAINDER: "([AO-]*)",
                PARSER: "(A[AO-]*)", SUPPRESS: "()"}.get(nargs)
        if text is None:
            text = "(%s)" % ("A" * nargs)
        if action.option_strings:
            return text
        if nargs in (REMAINDER, SUPPRESS):
            return text if nargs == SUPPRESS else "([AO-]*)"
        if nargs == PARSER:
            return "(-*A[AO-]*)"
        return {None: "(-*A)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)"}.get(
            nargs) or "(-*%s)" % "-*".join("A" * nargs)

    def _parse_optional(self, arg):
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return [(self._option_string_actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        option, sep, explicit = arg.partition("=")
        if sep and option in self._option_string_actions:
            return [(self._option_string_actions[option], option, sep, explicit)]
        found = self._options_starting(arg)
        if found:
            return found
        if _NEGATIVE.match(arg) and not self._has_negative_number_optionals:
            return None
        if " " in arg:
            return None
        return [(None, arg, None, None)]

    def _options_starting(self, arg):
        chars = self.prefix_chars
        result = []
        if arg[0] in chars and arg[1] in chars:
            if self.allow_abbrev:
                prefix, sep, explicit = arg.partition("=")
                if not sep:
                    sep = explicit = None
                for option, action in self._option_string_actions.items():
                    if option.startswith(prefix):
                        result.append((action, option, sep, explicit))
        else:
            short, rest = arg[:2], arg[2:]
            sep = ""
            if rest[:1] == "=":
                sep, rest = "=", rest[1:]
            for option, action in self._option_string_actions.items():
                if option == short:
                    result.append((action, option, sep, rest))
                elif self.allow_abbrev and option.startswith(arg.partition("=")[0]):
                    p, s, e = arg.partition("=")
                    result.append((action, option, s or None, e if s else None))
        return result

    def _get_values(self, action, strings):
        nargs = action.nargs
        if not strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
        elif not strings and nargs == ZERO_OR_MORE and not action.option_strings:
            value = action.default if action.default is not None else []
        elif len(strings) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, strings[0])
            self._check_value(action, value)
        elif nargs == REMAINDER:
            value = [self._get_value(action, v) for v in strings]
        elif nargs == PARSER:
            value = [self._get_value(action, v) for v in strings]
            self._check_value(action, value[0])
        elif nargs == SUPPRESS:
            value = SUPPRESS
        else:
            value = [self._get_value(action, v) for v in strings]
            for v in value:
                self._check_value(action, v)
        return value

    def _get_value(self, action, string):
        kind = self._types.get(action.type, action.type)
        if kind is None:
            return string
        try:
            return kind(string)
        except ArgumentTypeError as err:
            raise ArgumentError(action, str(err))
        except (TypeError, ValueError):
            name = getattr(kind, "__name__", repr(kind))
            raise ArgumentError(action, f"invalid {name} value: {string!r}")

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            names = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {names})")

    # ---- texts

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", _sys.stderr)
