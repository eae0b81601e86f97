"""Comparing files and folders."""

import os


def clear_cache():
    pass


def cmp(f1, f2, shallow=True):
    a, b = os.stat(f1), os.stat(f2)
    if not os.path.isfile(f1) or not os.path.isfile(f2) or a.st_size != b.st_size:
        return False
    if shallow and a.st_mtime_ns == b.st_mtime_ns:
        return True
    with open(f1, "rb") as f, open(f2, "rb") as g:
        return f.read() == g.read()


def cmpfiles(a, b, common, shallow=True):
    out = ([], [], [])
    for name in common:
        try:
            same = cmp(os.path.join(a, name), os.path.join(b, name), shallow)
            out[0 if same else 1].append(name)
        except OSError:
            out[2].append(name)
    return out


class dircmp:
    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left, self.right = a, b
        skip = set(ignore or ("__pycache__", ".git")) | {".", ".."} | set(hide or ())
        self.left_list = sorted(n for n in os.listdir(a) if n not in skip)
        self.right_list = sorted(n for n in os.listdir(b) if n not in skip)
        self.common = [n for n in self.left_list if n in self.right_list]
        self.left_only = [n for n in self.left_list if n not in self.right_list]
        self.right_only = [n for n in self.right_list if n not in self.left_list]
        folder = [n for n in self.common if os.path.isdir(os.path.join(a, n))]
        self.common_dirs = folder
        self.common_files = [n for n in self.common if n not in folder]
        self.common_funny = []
        self.same_files, self.diff_files, self.funny_files = cmpfiles(a, b, self.common_files, shallow)
        self.subdirs = {n: dircmp(os.path.join(a, n), os.path.join(b, n), ignore, hide, shallow=shallow) for n in folder}

    def report(self):
        print("diff", self.left, self.right)
        for what, names in (
            ("Only in " + str(self.left), self.left_only), ("Only in " + str(self.right), self.right_only),
            ("Identical files", self.same_files), ("Differing files", self.diff_files),
            ("Trouble with common files", self.funny_files), ("Common subdirectories", self.common_dirs),
        ):
            if names:
                print(what, ":", names)
