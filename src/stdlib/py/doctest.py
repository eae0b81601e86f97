"""Examples in docstrings, run and compared."""

import sys
import traceback

ELLIPSIS, NORMALIZE_WHITESPACE, IGNORE_EXCEPTION_DETAIL, SKIP, REPORT_NDIFF = 8, 4, 32, 16, 256
OPTIONFLAGS_BY_NAME = {"ELLIPSIS": ELLIPSIS, "NORMALIZE_WHITESPACE": NORMALIZE_WHITESPACE, "SKIP": SKIP,
                       "IGNORE_EXCEPTION_DETAIL": IGNORE_EXCEPTION_DETAIL, "REPORT_NDIFF": REPORT_NDIFF}


class TestResults(__import__("collections").namedtuple("TestResults", "failed attempted")):
    def __new__(cls, failed, attempted, *, skipped=0):
        self = super().__new__(cls, failed, attempted)
        self.skipped = skipped
        return self

    def __repr__(self):
        more = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{more})"


_STARS = "*" * 70


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source
        self.want = want
        self.lineno = lineno
        self.indent = indent
        self.options = options or {}
        lines = want.split("\n")
        self.exc_msg = exc_msg
        if lines[0].startswith("Traceback (most recent call last)"):
            self.exc_msg = "\n".join([l for l in lines[1:] if l and not l.startswith(" ")]) + "\n"


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = dict(globs)
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring


class DocTestParser:
    def get_examples(self, string, name="<string>"):
        lines = string.expandtabs().split("\n")
        found = []
        i = 0
        while i < len(lines):
            text = lines[i].lstrip()
            if not text.startswith(">>> ") and text != ">>>":
                i += 1
                continue
            start = i
            indent = len(lines[i]) - len(text)
            source = [text[4:]]
            i += 1
            while i < len(lines) and lines[i][indent:].startswith("..."):
                source.append(lines[i][indent + 4:])
                i += 1
            want = []
            while i < len(lines) and lines[i].strip() and not lines[i].lstrip().startswith(">>>"):
                want.append(lines[i][indent:])
                i += 1
            code = "\n".join(source) + "\n"
            options = {}
            for line in source:
                _, sign, rest = line.partition("# doctest:")
                for word in rest.replace(",", " ").split():
                    if word[0] == "+":
                        options[OPTIONFLAGS_BY_NAME.get(word[1:], 0)] = True
            found.append(Example(code, "\n".join(want) + "\n" if want else "", None, start, indent, options))
        return found


def _ellipsis(want, got):
    parts = want.split("...")
    at = len(parts[0])
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    end = len(got) - len(parts[-1])
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return at <= end


class OutputChecker:
    def check_output(self, want, got, optionflags):
        want = want.replace("<BLANKLINE>", "")
        if want == got or (want, got) in (("1\n", "True\n"), ("0\n", "False\n")):
            return True
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
        return want == got or bool(optionflags & ELLIPSIS) and _ellipsis(want, got)


class DocTestRunner:
    def __init__(self, checker=None, verbose=None, optionflags=0):
        self.checker = checker or OutputChecker()
        self.verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.results = []

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        import io

        write = out or sys.stdout.write
        failed = tried = skipped = 0
        for example in test.examples:
            tried += 1
            if example.options.get(SKIP):
                skipped += 1
                continue
            flags = self.optionflags
            for flag in example.options:
                flags |= flag
            if self.verbose:
                write(f"Trying:\n{_indent(example.source)}Expecting{' nothing' if not example.want else ':'}\n"
                      + (_indent(example.want) if example.want else ""))
            old, sys.stdout = sys.stdout, io.StringIO()
            exc = None
            try:
                exec(compile(example.source, f"<doctest {test.name}[{tried - 1}]>", "single"), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException as e:
                exc = e
            finally:
                got = sys.stdout.getvalue()
                if got and not got.endswith("\n"):
                    got += "\n"
                sys.stdout = old
            place = f"File \"{test.filename}\", line {test.lineno + example.lineno + 1}, in {test.name}\n"
            head = f"{_STARS}\n{place}Failed example:\n{_indent(example.source)}"
            if exc is None:
                if self.checker.check_output(example.want, got, flags):
                    if self.verbose:
                        write("ok\n")
                    continue
                expected = "Expected:\n" + _indent(example.want) if example.want else "Expected nothing\n"
                write(head + expected + ("Got:\n" + _indent(got) if got else "Got nothing\n"))
            else:
                last = traceback.format_exception_only(exc)[-1]
                if example.want.startswith("Traceback (most recent call last)"):
                    lines = example.want.split("\n")[1:]
                    message = "\n".join([l for l in lines if l and not l.startswith(" ")]) + "\n"
                    if flags & IGNORE_EXCEPTION_DETAIL:
                        message, last = message.split(":")[0], last.split(":")[0]
                    if self.checker.check_output(message, last, flags):
                        if self.verbose:
                            write("ok\n")
                        continue
                write(head + "Exception raised:\n" + _indent("".join(traceback.format_exception(exc))))
            failed += 1
        self.results.append((test.name, failed, tried, skipped))
        return TestResults(failed, tried, skipped=skipped)

    def total(self):
        failed, tried, skipped = [sum([r[i] for r in self.results]) for i in (1, 2, 3)]
        return TestResults(failed, tried, skipped=skipped)

    def summarize(self, verbose=None):
        failed, tried = total = self.total()
        bad = [(n, f, t) for n, f, t, _ in self.results if f]
        if bad:
            print(_STARS)
            print(f"{len(bad)} item{'s' if len(bad) > 1 else ''} had failures:")
            for name, f, t in sorted(bad):
                print(f" {f:3d} of {t:3d} in {name}")
            print(f"***Test Failed*** {failed} failure{'s' if failed > 1 else ''}.")
        elif self.verbose:
            print(f"{tried} passed.\nTest passed.")
        return total


def _indent(text):
    return "".join(["    " + line + "\n" for line in text.rstrip("\n").split("\n")])


class DocTestFinder:
    def __init__(self, verbose=False, parser=None, recurse=True, exclude_empty=True):
        self._parser, self._recurse, self._empty = parser or DocTestParser(), recurse, not exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        name = name or getattr(obj, "__name__", "?")
        if globs is None:
            globs = dict(sys.modules[getattr(obj, "__module__", None) or name].__dict__)
        tests = []
        self._find(tests, obj, name, globs, set())
        return sorted(tests, key=lambda t: t.name)

    def _find(self, tests, obj, name, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        doc = getattr(obj, "__doc__", None)
        if isinstance(doc, str):
            examples = self._parser.get_examples(doc, name)
            if examples or self._empty:
                tests.append(DocTest(examples, globs, name, globs.get("__file__", "?"), _line(obj, doc, globs), doc))
        if not self._recurse:
            return
        import types

        module = globs.get("__name__")
        for key, value in getattr(obj, "__test__", {}).items():
            if isinstance(value, str):
                examples = self._parser.get_examples(value)
                if examples:
                    where = globs.get("__file__", "?")
                    tests.append(DocTest(examples, globs, f"{name}.__test__.{key}", where, _line(obj, value, globs), value))
            else:
                self._find(tests, value, f"{name}.__test__.{key}", globs, seen)
        if isinstance(obj, (types.ModuleType, type)):
            for key, value in list(vars(obj).items()):
                value = getattr(value, "__func__", value)
                if isinstance(value, property):
                    value = value.fget
                if isinstance(value, (types.FunctionType, type)) and getattr(value, "__module__", None) == module:
                    self._find(tests, value, f"{name}.{key}", globs, seen)


def _line(obj, doc, globs):
    import linecache

    first = next((l.strip() for l in doc.split("\n") if l.strip()), "")
    start = getattr(getattr(obj, "__code__", None), "co_firstlineno", 1) - 1
    for i, line in enumerate(linecache.getlines(globs.get("__file__", ""))):
        if i >= start and first in line and first:
            return i - next((n for n, l in enumerate(doc.split("\n")) if l.strip()), 0)
    return start


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    m = sys.modules["__main__"] if m is None else m
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    globs = dict(m.__dict__ if globs is None else globs)
    globs.update(extraglobs or {})
    for test in DocTestFinder().find(m, name or m.__name__, globs=globs):
        runner.run(test)
    if report:
        return runner.summarize()
    return runner.total()


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder().find(f, name, globs=globs):
        runner.run(test)


def _case(test, optionflags=0, setUp=None, tearDown=None, checker=None):
    import unittest

    class DocTestCase(unittest.TestCase):
        def setUp(self):
            self.saved = dict(test.globs)
            if setUp is not None:
                setUp(test)

        def tearDown(self):
            if tearDown is not None:
                tearDown(test)
            test.globs.clear()
            test.globs.update(self.saved)

        def runTest(self):
            out = []
            runner = DocTestRunner(optionflags=optionflags, checker=checker, verbose=False)
            if runner.run(test, out=out.append).failed:
                text = "".join(out).removeprefix(_STARS + "\n")
                self.fail(f'Failed doctest test for {test.name}\n  File "{test.filename}", line {test.lineno + 1}, in '
                          f"{test.name.split('.')[-1]}\n\n{_STARS}\n{text}")

        def id(self):
            return test.name

        def __repr__(self):
            *path, name = test.name.split(".")
            return f"{name} ({'.'.join(path)})"

        __str__ = __repr__

        def shortDescription(self):
            return "Doctest: " + test.name

    return DocTestCase()


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    import unittest

    if module is None:
        from _collections import caller

        module = caller()
    if isinstance(module, str):
        module = __import__(module, fromlist=["*"])
    globs = dict(module.__dict__ if globs is None else globs)
    globs.update(extraglobs or {})
    tests = (test_finder or DocTestFinder()).find(module, module.__name__, globs=globs)
    return unittest.TestSuite([_case(test, **options) for test in tests])


def testfile(filename, *args, **kwargs):
    import _machine

    _machine.unsupported("doctest.testfile() is not supported: use testmod()")
