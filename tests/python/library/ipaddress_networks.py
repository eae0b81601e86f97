# Networks and interfaces: masks, parts, neighbours.
from ipaddress import *

for n in ["10.0.0.0/8", "192.168.1.0/24", "192.168.1.5/24", "10.0.0.0/255.0.0.0", "10.0.0.0/0.255.255.255", "2001:db8::/32", "1.2.3.4", "1.2.3.4/33",
          "1.2.3.4/a", "192.0.2.0/31", ("10.0.0.0", 30), "::/0", "1.1.1.1/1/1"]:
    for make in (ip_network, lambda x: ip_network(x, strict=False), ip_interface, IPv4Network):
        try:
            print(repr(make(n)))
        except ValueError as e:
            print(type(e).__name__, e)
n = ip_network("192.168.0.0/29")
print(list(n), list(n.hosts()), n[1], n[-1], n.num_addresses, n.broadcast_address, n.hostmask, n.netmask, n.prefixlen)
print(n.with_netmask, n.with_hostmask, n.with_prefixlen, list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.supernet(new_prefix=16))
print(ip_address("192.168.0.3") in n, ip_address("10.0.0.1") in n, n.overlaps(ip_network("192.168.0.0/30")), n.subnet_of(ip_network("192.168.0.0/16")))
print(list(ip_network("10.0.0.0/29").address_exclude(ip_network("10.0.0.4/32"))), n < ip_network("192.168.0.8/29"), n.compare_networks(n))
nets = [ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_address("10.0.1.0"), ip_address("10.0.1.1")]
print(list(collapse_addresses(nets)), list(summarize_address_range(IPv4Address("10.0.0.1"), IPv4Address("10.0.0.9"))))
i = ip_interface("10.0.0.5/24")
print(i, i.ip, i.network, i.netmask, i.with_netmask, i == ip_interface("10.0.0.5/24"), i + 1, repr(i), i == ip_interface("10.0.0.5/16"))
for call in (lambda: n[100], lambda: list(n.subnets(new_prefix=2)), lambda: n.supernet(prefixlen_diff=99), lambda: list(n.subnets(prefixlen_diff=-1))):
    try:
        print(call())
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
