# Addresses: reading, writing, order and kinds.
from ipaddress import *

for a in ["1.2.3.4", "::1", "2001:db8::", "::", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "1::8", "2002:c000:204::", "300.1.1.1", "1.2.3",
          "01.2.3.4", "1.2.3.x", "12345::", "1::2::3", ":1", "gggg::", "1.2.3.4/5", 5, 2**33, b"\1\2\3\4", -1, "1.2.3.4444", "", "1..2.3"]:
    for kind in (ip_address, IPv4Address, IPv6Address):
        try:
            print(repr(kind(a)))
        except ValueError as e:
            print(type(e).__name__, e)
for a in ("10.0.0.1", "8.8.8.8", "127.0.0.1", "224.0.0.1", "169.254.1.1", "0.0.0.0", "255.255.255.255", "100.64.0.1", "fe80::1", "::1", "ff02::1",
          "2001:4860::", "fc00::1"):
    x = ip_address(a)
    names = "is_multicast is_private is_global is_unspecified is_reserved is_loopback is_link_local".split()
    print(a, [n for n in names if getattr(x, n)], x.version, x.max_prefixlen, x.packed.hex(), x.reverse_pointer, x.exploded, x.compressed)
a = IPv4Address("10.0.0.1")
print(a + 5, a - 1, int(a), f"{a:b} {a:x} {a:#X} {a:_b} {a:n} {a:s} {a:>12s}", sorted([IPv4Address("10.0.0.9"), a]), hash(a) == hash(IPv4Address("10.0.0.1")))
for call in (lambda: a < ip_address("::1"), lambda: a == ip_address("::1"), lambda: a < 3, lambda: IPv4Address("255.255.255.255") + 1,
             lambda: IPv6Address("2002:c000:204::").sixtofour, lambda: IPv6Address("::ffff:1.2.3.4").ipv4_mapped, lambda: IPv6Address("fe80::1%eth0").scope_id):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
