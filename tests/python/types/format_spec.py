value = 1234.5678
print(f"{value:.2f}|{value:10.1f}|{value:<12.3f}|{value:>12.3f}|{value:^12.2f}|{value:+.1f}")
print(f"{value:,.2f}|{value:_.1f}|{value:e}|{value:.3E}|{value:g}|{value:.3g}|{value:010.2f}|{0.256:%}|{0.256:.1%}")
print(f"{42:d}|{42:5d}|{42:<5d}|{42:^5d}|{42:05d}|{-42:05d}|{42:+d}|{42: d}|{1234567:,}|{255:x}|{255:X}|{255:#x}|{255:o}|{255:b}|{255:#b}|{65:c}")
print(f"{'text':10}|{'text':>10}|{'text':^10}|{'text':*^10}|{'text':.2}|{'text':-<8}|")
print(f"{3.0}|{3.0:g}|{1e10:g}|{1e-7:g}|{123456789.0:g}|{0.0001:g}|{1e16}|{3:.1f}|{True}|{None}|{True:d}")
width, precision = 10, 3
print(f"{value:{width}.{precision}f}|{'x':{'*'}^{5}}")
name = "Ann"
print(f"{name!r} {name!s} {name!a} {'é'!a} {name=} {1 + 1 = } {value=:.1f}")
print(f"{{literal}} {'nested ' + 'quotes'} {', '.join(str(n) for n in range(3))}")
print("{} {} {}".format(1, "two", 3.0), "{0} {1} {0}".format("a", "b"), "{name}: {age:>4}".format(name="Bob", age=7))
print("{0[1]} {0[2]} {1[key]}".format([1, 2, 3], {"key": "v"}), "{:>8}|{:<8}|{:^8}".format("r", "l", "c"), "{:.3f}".format(2 / 3))
print("%s %d %5.2f %r %x %o %e %c %%" % ("s", 7, 3.14159, "r", 255, 8, 12345.678, "z"))
print("%-8s|%8s|%08.3f|%+d|% d" % ("left", "right", 3.14159, 5, 5), "%(a)s-%(b)03d" % {"a": 1, "b": 2})
print("%s" % (1,), "%s and %s" % ("x", [1, 2]), "%5s|%-5s|" % (True, None), "%i" % 3.7, "%.3s" % "abcdef")
print(format(3.14159, ".2f"), format(10, "b"), format("x", ">3"), format(1234567, ","))
print(f"{1e6:,.0f} {12345678.9:,.3f} {-1234:,} {0:,} {5:>+6} {-5:=+6d} {3.7:.0f} {2.5:.0f} {0.5:.0f}")
