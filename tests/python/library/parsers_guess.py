"""Sniffed dialects, intermixed arguments, URLs of bytes, exact sums of products, data after a compressed text."""

import argparse
import csv
import math
import statistics
import urllib.parse
import zlib

for sample in ("'a','b ''x','c'\r\n'1','2','3'\r\n", 'a;"b;c";d\n1;"2";3\n', "a, b, c\n1, 2, 3\n", '"x"\t"y"\n"z"\t"w"\n'):
    d = csv.Sniffer().sniff(sample)
    print(repr(d.delimiter), repr(d.quotechar), d.doublequote, bool(d.skipinitialspace))
    print(list(csv.reader(sample.splitlines(), d)))

parser = argparse.ArgumentParser(prog="p")
parser.add_argument("--foo")
parser.add_argument("cmd")
parser.add_argument("rest", nargs="*", type=int)
print(parser.parse_known_args("doit 1 --foo bar 2 3".split()))
print(parser.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
print(parser.parse_known_intermixed_args("doit 1 --no bar 2 3".split()))

r = urllib.parse.urlparse(b"http://me:pw@www.python.org:80/about/;x?q=1#f")
print(r, r.hostname, r.port, r.username, r.geturl())
print(urllib.parse.urlsplit("http://a/b?c#d").encode(), r.decode())

print(math.sumprod([0.1] * 10, [0.1] * 10), math.sumprod([1e16, 1.0, -1e16], [1.0, 1, 1.0]), math.sumprod([1, 2], [3, 4]))
print(statistics.fmean([85, 92, 83, 91], [0.20, 0.20, 0.30, 0.30]))
print(math.sumprod([float("inf"), 1.0], [1.0, 1.0]), math.sumprod([1e308, 1e308], [10.0, -10.0]))

text = b"what is packed " * 9
d = zlib.decompressobj()
print(d.decompress(zlib.compress(text) + b"and what follows") == text, d.unused_data, d.eof)
