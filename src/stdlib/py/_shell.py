"""What `sh -c` understands: quotes, variables, patterns, pipes, redirections, and commands after one another."""

import glob
import io
import os
from _commands import _Kept, _Out, _command, _reader


class _Word:
    """A word: its text, whether something in it was quoted, and its text as a pattern of files."""

    def __init__(self):
        self.text, self.pattern, self.quoted = "", "", False

    def add(self, text, quoted):
        self.text += text
        self.pattern += glob.escape(text) if quoted else text
        self.quoted = self.quoted or quoted


class _Refused(Exception):
    pass


class _Left(Exception):
    """The shell was left by `exit`."""


_SIGNS = ("&&", "||", ";;", "2>>", "2>&1", "1>&2", ">&2", ">&1", "&>", "2>", "1>", ">>", "|", ";", "&", "(", ")", "<", ">", "\n")


class _Shell:
    def __init__(self, given, out, err):
        self.given, self.out, self.err = given, out, err
        self.status = 0
        self.vars = {}

    def value(self, name):
        if name == "?":
            return str(self.status)
        if name == "$":
            return str(os.getpid())
        if name == "#":
            return "0"
        if name == "0":
            return "/bin/sh"
        return self.vars.get(name, os.environ.get(name, ""))

    def variable(self, text, i):
        """The value of what begins behind a dollar, and where it ends; None when it is no variable."""
        if text.startswith("((", i):
            end = text.index("))", i)
            names = "".join([self.value(c) or c for c in text[i + 2:end].replace("$", "").split()])
            return str(int(eval(names, {"__builtins__": {}}, {k: int(v) for k, v in self.vars.items() if v.lstrip("-").isdigit()}))), end + 2
        if text.startswith("(", i):
            depth, end = 1, i + 1
            while end < len(text) and depth:
                depth += {"(": 1, ")": -1}.get(text[end], 0)
                end += 1
            return self.output(text[i + 1:end - 1]), end
        if text.startswith("{", i):
            end = text.index("}", i)
            name, sign, default = text[i + 1:end].partition(":-")
            return self.value(name) or default, end + 1
        end = i
        if text[i:i + 1] in ("?", "$", "#"):
            end += 1
        else:
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
        return (self.value(text[i:end]), end) if end > i else (None, i)

    def output(self, text):
        kept = io.BytesIO()
        inner = _Shell(self.given, _Kept(kept), self.err)
        inner.vars = dict(self.vars)
        inner.run(text)
        return kept.getvalue().decode().rstrip("\n")

    def words(self, text):
        """The words and signs of a command line; expansion happens when `self.status` is what it will be."""
        out, word, i = [], None, 0
        while i < len(text):
            c = text[i]
            if c in " \t":
                word = None
                i += 1
                continue
            if c == "#" and word is None:
                end = text.find("\n", i)
                i = len(text) if end < 0 else end
                continue
            sign = next((s for s in _SIGNS if text.startswith(s, i)), None)
            if sign is not None and not (sign[0].isdigit() and word is not None):
                out.append(sign)
                word = None
                i += len(sign)
                continue
            if word is None:
                word = _Word()
                out.append(word)
            if c == "\\":
                word.add(text[i + 1:i + 2], True)
                i += 2
            elif c == "'":
                end = text.find("'", i + 1)
                if end < 0:
                    raise _Refused("Unterminated quoted string")
                word.add(text[i + 1:end], True)
                i = end + 1
            elif c == '"':
                i += 1
                word.add("", True)
                while i < len(text) and text[i] != '"':
                    if text[i] == "\\" and text[i + 1:i + 2] in ('"', "\\", "$", "`"):
                        word.add(text[i + 1], True)
                        i += 2
                    elif text[i] == "$":
                        value, end = self.variable(text, i + 1)
                        word.add("$" if value is None else value, True)
                        i = max(end, i + 1)
                    else:
                        word.add(text[i], True)
                        i += 1
                if i >= len(text):
                    raise _Refused("Unterminated quoted string")
                i += 1
            elif c == "$":
                value, end = self.variable(text, i + 1)
                if value is None:
                    word.add("$", False)
                else:
                    parts = value.split()
                    for k, part in enumerate(parts):
                        if k:
                            word = _Word()
                            out.append(word)
                        word.add(part, False)
                i = max(end, i + 1)
            elif c == "`":
                end = text.index("`", i + 1)
                word.add(self.output(text[i + 1:end]), False)
                i = end + 1
            else:
                if c == "~" and not word.text and text[i + 1:i + 2] in ("", "/", " "):
                    c = os.path.expanduser("~")
                word.add(c, False)
                i += 1
        return [w for w in out if isinstance(w, str) or w.text or w.quoted]

    def pieces(self, text):
        """The commands of a text with the sign before each, unexpanded."""
        piece, sign, quote, depth, i = "", ";", "", 0, 0
        while i < len(text):
            c = text[i]
            if quote:
                quote = "" if c == quote else quote
            elif c in "'\"`":
                quote = c
            elif c == "\\":
                piece += c
                i += 1
                c = text[i:i + 1]
            elif c in "()":
                depth += 1 if c == "(" else -1
            elif not depth:
                found = next((s for s in ("&&", "||", ";", "\n", "|") if text.startswith(s, i)), None)
                if found is None and c == "&" and text[i - 1:i] not in (">", "<") and text[i + 1:i + 2] != ">":
                    found = "&"
                if found is not None:
                    yield sign, piece
                    piece, sign = "", found
                    i += len(found)
                    continue
            piece += c
            i += 1
        yield sign, piece

    def run(self, text):
        try:
            self.each(text)
        except _Left:
            pass
        return self.status

    def each(self, text):
        waiting = []
        for sign, piece in self.pieces(text):
            if sign == "|":
                waiting.append(piece)
                continue
            self.pipe(waiting)
            waiting = []
            if not (sign == "&&" and self.status or sign == "||" and not self.status):
                waiting = [piece]
        self.pipe(waiting)

    def pipe(self, stages):
        data = self.given
        for i, stage in enumerate(stages):
            if stage.strip():
                kept = io.BytesIO() if i + 1 < len(stages) else None
                self.stage(stage, data, self.out if kept is None else _Kept(kept))
                data = kept.getvalue() if kept is not None else self.given

    def stage(self, text, data, out):
        text, group = text.strip(), None
        if text.startswith("("):
            end = _closing(text)
            group, text = text[1:end], text[end + 1:]
        try:
            words = self.words(text)
        except _Refused as e:
            self.err.write(f"/bin/sh: 1: Syntax error: {e}\n")
            self.status = 2
            return
        err, plain, i = self.err, [], 0
        while i < len(words):
            w = words[i]
            i += 1
            if isinstance(w, _Word):
                found = sorted(glob.glob(w.pattern)) if any([c in w.pattern for c in "*?["]) else []
                plain.extend(found if found and glob.has_magic(w.pattern) else [w.text])
            elif w == "2>&1":
                err = out
            elif w in ("1>&2", ">&2"):
                out = err
            elif w in (">", "1>", ">>", "2>", "2>>", "&>", "<"):
                name = words[i].text if i < len(words) and isinstance(words[i], _Word) else ""
                i += 1
                try:
                    if w == "<":
                        data = os.open(name, os.O_RDONLY)
                        continue
                    target = _Out(None) if name == "/dev/null" else _opened(name, ">>" in w)
                except OSError as e:
                    self.err.write(f"/bin/sh: 1: cannot {'open' if w == '<' else 'create'} {name}: {'No such file' if w == '<' else 'Directory nonexistent'}\n")
                    self.status = 2
                    return
                if w[0] != "2":
                    out = target
                if w[0] in "2&":
                    err = target
        if group is not None:
            inner = _Shell(data, out, err)
            inner.vars = dict(self.vars)
            self.status = inner.run(group)
            return
        own = {}
        while plain and "=" in plain[0] and plain[0].partition("=")[0].isidentifier():
            name, _, own[name] = plain.pop(0).partition("=")
        if not plain:
            self.vars.update(own)
            self.status = 0
            return
        os.environ.update(own)
        name, args = plain[0], plain[1:]
        if name == "exit":
            self.leave(int(args[0]) & 255 if args else self.status)
        elif name == "cd":
            try:
                os.chdir(args[0] if args else os.path.expanduser("~"))
                self.status = 0
            except OSError:
                err.write(f"/bin/sh: 1: cd: can't cd to {args[0]}\n")
                self.status = 2
        elif name in ("export", "unset", "set", "ulimit", "umask", "trap", ":", "wait"):
            for a in args if name == "export" else ():
                key, _, value = a.partition("=")
                os.environ[key] = value if "=" in a else self.value(key)
            self.status = 0
        elif name == "exec":
            self.status = _command(args, data, out, err)
            self.leave(self.status)
        else:
            self.status = _command(plain, data, out, err)

    def leave(self, status):
        self.status = status
        raise _Left


def _closing(text):
    """Where the bracket at the beginning is closed."""
    depth, quote = 0, ""
    for i, c in enumerate(text):
        if quote:
            quote = "" if c == quote else quote
        elif c in "'\"":
            quote = c
        elif c in "()":
            depth += 1 if c == "(" else -1
            if not depth:
                return i
    return len(text)


def _opened(name, more):
    return _Out(os.open(name, os.O_WRONLY | os.O_CREAT | (os.O_APPEND if more else os.O_TRUNC)))


def run(text, given, out, err):
    return _Shell(given, out, err).run(text)
