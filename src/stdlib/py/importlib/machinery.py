"""Specs of modules and the loader of files."""

import _own_modules

ModuleSpec = _own_modules.ModuleSpec
SOURCE_SUFFIXES, BYTECODE_SUFFIXES, EXTENSION_SUFFIXES = [".py"], [".pyc"], [".so"]


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class SourceFileLoader:
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def get_filename(self, name=None):
        return self.path

    def get_source(self, name=None):
        return _own_modules.read(self.path)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        text = _own_modules.read(self.path)
        if text is None:
            raise FileNotFoundError(2, "No such file or directory", self.path)
        _own_modules.run(module.__name__, text, self.path, module)

    def load_module(self, fullname=None):
        return __import__("importlib").import_module(fullname or self.name)
