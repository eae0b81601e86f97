"""Addresses and networks of IPv4 and IPv6."""

import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _either(address, kinds, what, *args):
    for kind in kinds:
        try:
            return kind(address, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    return _either(address, (IPv4Address, IPv6Address), "address")


def ip_network(address, strict=True):
    return _either(address, (IPv4Network, IPv6Network), "network", strict)


def ip_interface(address):
    return _either(address, (IPv4Interface, IPv6Interface), "interface")


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


def _zero_bits(number, bits):
    return bits if number == 0 else min(bits, (number & -number).bit_length() - 1)


def summarize_address_range(first, last):
    if not (isinstance(first, _Address) and isinstance(last, _Address)) or isinstance(first, _Network):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = IPv4Network if first.version == 4 else IPv6Network
    bits, low, high = first.max_prefixlen, first._ip, last._ip
    while low <= high:
        n = min(_zero_bits(low, bits), (high - low + 1).bit_length() - 1)
        yield network((low, bits - n))
        low += 1 << n


def _collapsed(addresses):
    waiting, nets = list(addresses), {}
    while waiting:
        net = waiting.pop()
        wider = net.supernet()
        other = nets.get(wider)
        if other is None:
            nets[wider] = net
        elif other != net:
            del nets[wider]
            waiting.append(wider)
    last = None
    for net in sorted(nets.values()):
        if last is not None and last.broadcast_address >= net.broadcast_address:
            continue
        yield net
        last = net


def collapse_addresses(addresses):
    ips, nets = [], []
    for ip in addresses:
        same = nets if isinstance(ip, _Network) else ips
        known = (nets or ips)
        if known and known[-1].version != ip.version:
            raise TypeError(f"{ip} and {known[-1]} are not of the same version")
        same.append(ip if not isinstance(ip, _Address) or isinstance(ip, _Network) or not hasattr(ip, "network") else ip.ip)
    ips = sorted(set(ips))
    at = 0
    while at < len(ips):
        end = at
        while end + 1 < len(ips) and ips[end + 1]._ip == ips[end]._ip + 1:
            end += 1
        nets.extend(summarize_address_range(ips[at], ips[end]))
        at = end + 1
    return _collapsed(nets)


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj.version, obj
    return NotImplemented


class _Shared:
    @property
    def exploded(self):
        return self._long()

    @property
    def compressed(self):
        return str(self)

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._bits

    @property
    def reverse_pointer(self):
        return self._pointer()

    def __reduce__(self):
        return self.__class__, (str(self),)


@functools.total_ordering
class _Address(_Shared):
    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self._version} address")
            if address >> self._bits:
                raise AddressValueError(f"{address} (>= 2**{self._bits}) is not permitted as an IPv{self._version} address")
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != self._bits // 8:
                raise AddressValueError(f"{address!r} (len {len(address)} != {self._bits // 8}) is not permitted as an IPv{self._version} address")
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._read(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version and self._scope_id == other._scope_id
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __add__(self, other):
        return self.__class__(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(int(self) - other) if isinstance(other, int) else NotImplemented

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def __str__(self):
        return self._written(self._ip)

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        kind = spec[-1]
        if kind not in "bnxX":
            return super().__format__(spec)
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        head = spec[:-1]
        width = self._bits if kind == "b" else self._bits // 4
        if "#" in head:
            width += 2
        if "_" in head:
            width += width // 4 - 1 if "#" not in head else (width - 2) // 4 - 1
        return format(int(self), f"{'#' if '#' in head else ''}0{width}{'_' if '_' in head else ''}{kind}")

    @property
    def packed(self):
        return self._ip.to_bytes(self._bits // 8, "big")

    def _in(self, nets):
        return any([self._ip & net.netmask._ip == net.network_address._ip for net in nets])

    @property
    def is_multicast(self):
        return self._in(self._known().multicast)

    @property
    def is_reserved(self):
        return self._in(self._known().reserved)

    @property
    def is_link_local(self):
        return self._in(self._known().link_local)

    @property
    def is_loopback(self):
        return self._in(self._known().loopback)

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_private(self):
        mapped = getattr(self, "ipv4_mapped", None)
        if mapped is not None:
            return mapped.is_private
        known = self._known()
        return self._in(known.private) and not self._in(known.exceptions)

    @property
    def is_global(self):
        mapped = getattr(self, "ipv4_mapped", None)
        if mapped is not None:
            return mapped.is_global
        return not self._in(self._known().shared) and not self.is_private


class _V4:
    _version, _bits = 4, IPV4LENGTH

    @classmethod
    def _read(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(".")
        if len(parts) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        value = 0
        for part in parts:
            try:
                value = value << 8 | cls._octet(part)
            except ValueError as e:
                raise AddressValueError(f"{e} in {text!r}") from None
        return value

    @staticmethod
    def _octet(part):
        if not part:
            raise ValueError("Empty octet not permitted")
        if not (part.isascii() and part.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {part!r}")
        if len(part) > 3:
            raise ValueError(f"At most 3 characters permitted in {part!r}")
        if part != "0" and part[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {part!r}")
        if int(part) > 255:
            raise ValueError(f"Octet {int(part)} (> 255) not permitted")
        return int(part)

    @staticmethod
    def _written(value):
        return ".".join([str(b) for b in value.to_bytes(4, "big")])

    def _long(self):
        return str(self)

    def _pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"

    def _known(self):
        return _Known4


class IPv4Address(_V4, _Address):
    @property
    def ipv6_mapped(self):
        return IPv6Address(f"::ffff:{self}")


class _V6:
    _version, _bits = 6, IPV6LENGTH

    def _read(self, text):
        if "%" in text:
            text, _, scope = text.partition("%")
            if not scope or "%" in scope:
                raise AddressValueError(f'Invalid IPv6 address: "{text}%{scope}"')
            self._scope_id = scope
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                low = IPv4Address(parts.pop())._ip
            except AddressValueError as e:
                raise AddressValueError(f"{e} in {text!r}") from None
            parts += [f"{low >> 16 & 0xffff:x}", f"{low & 0xffff:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        gap = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if gap is not None:
                    raise AddressValueError(f"At most one '::' permitted in {text!r}")
                gap = i
        if gap is None:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            if not parts[0]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        else:
            before, after = parts[:gap], parts[gap + 1:]
            if not before[0]:
                before = before[1:]
                if before:
                    raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not after[-1]:
                after = after[:-1]
                if after:
                    raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            if len(before) + len(after) >= 8:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
            parts = before + ["0"] * (8 - len(before) - len(after)) + after
        value = 0
        for part in parts:
            if not part or any([c not in "0123456789abcdefABCDEF" for c in part]):
                raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
            if len(part) > 4:
                raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
            value = value << 16 | int(part, 16)
        return value

    @staticmethod
    def _written(value):
        words = [f"{value >> shift & 0xffff:x}" for shift in range(112, -1, -16)]
        best, length, at = -1, 1, 0
        while at < 8:
            end = at
            while end < 8 and words[end] == "0":
                end += 1
            if end - at > length:
                best, length = at, end - at
            at = end + 1
        if best >= 0:
            words[best:best + length] = [""]
            if best + length == 8:
                words.append("")
            if best == 0:
                words.insert(0, "")
        return ":".join(words)

    def _long(self):
        net = self
        value = net.network_address._ip if isinstance(net, _Network) else net._ip
        text = ":".join([f"{value >> shift & 0xffff:04x}" for shift in range(112, -1, -16)])
        if value >> 32 == 0xffff:
            text = f"{text[:30]}{IPv4Address(value & 0xffffffff)}"
        return f"{text}/{net._prefixlen}" if hasattr(net, "_prefixlen") else text

    def _pointer(self):
        return ".".join(reversed(self.exploded.replace(":", ""))) + ".ip6.arpa"

    def _known(self):
        return _Known6


class IPv6Address(_V6, _Address):
    @property
    def scope_id(self):
        return self._scope_id

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __str__(self):
        text = self._written(self._ip)
        if self._ip >> 32 == 0xffff:
            text = f"::ffff:{self.ipv4_mapped}"
        return text + "%" + self._scope_id if self._scope_id else text

    @property
    def is_site_local(self):
        return self._ip >> 118 == 0xfec0 >> 6

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


@functools.total_ordering
class _Network(_Shared):
    def __init__(self, address, strict=True):
        address, mask = _split(address, self._bits)
        self.network_address = self._address_class(address)
        self.netmask, self._prefixlen = self._mask(mask)
        value = self.network_address._ip
        if value & self.netmask._ip != value:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(value & self.netmask._ip)

    @classmethod
    def _mask(cls, given):
        bits = cls._bits
        full = (1 << bits) - 1
        if not isinstance(given, int):
            text = str(given)
            if text.isascii() and text.isdigit():
                given = int(text)
            elif cls._version == 4:
                try:
                    value = IPv4Address(text)._ip
                except AddressValueError:
                    raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
                inverted = value ^ full
                if inverted & inverted + 1 == 0:
                    given = bits - inverted.bit_length()
                elif value & value + 1 == 0:
                    given = bits - value.bit_length()
                else:
                    raise NetmaskValueError(f"{text!r} is not a valid netmask")
            else:
                raise NetmaskValueError(f"{text!r} is not a valid netmask")
            if given > bits:
                raise NetmaskValueError(f"{text!r} is not a valid netmask")
        elif not 0 <= given <= bits:
            raise NetmaskValueError(f"{given!r} is not a valid netmask")
        return cls._address_class(full ^ full >> given), given

    @property
    def prefixlen(self):
        return self._prefixlen

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @functools.cached_property
    def hostmask(self):
        return self._address_class(self.netmask._ip ^ (1 << self._bits) - 1)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        return self.broadcast_address._ip - self.network_address._ip + 1

    def hosts(self):
        first, last = self.network_address._ip, self.broadcast_address._ip
        if self._version == 4:
            if self._prefixlen == 31:
                return [self._address_class(first), self._address_class(last)]
            if self._prefixlen == 32:
                return [self._address_class(first)]
            return map(self._address_class, range(first + 1, last))
        if self._prefixlen == 127:
            return [self._address_class(first), self._address_class(last)]
        if self._prefixlen == 128:
            return [self._address_class(first)]
        return self._each(first + 1, last)

    def _each(self, first, last):
        while first <= last:
            yield self._address_class(first)
            first += 1

    def __iter__(self):
        return self._each(self.network_address._ip, self.broadcast_address._ip)

    def __getitem__(self, n):
        at = (self.network_address if n >= 0 else self.broadcast_address)._ip + (n if n >= 0 else n + 1)
        if not self.network_address._ip <= at <= self.broadcast_address._ip:
            raise IndexError("address out of range")
        return self._address_class(at)

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return (self.network_address, self.netmask) < (other.network_address, other.netmask)

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and self.netmask._ip == other.netmask._ip)
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(self.network_address._ip ^ self.netmask._ip)

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def overlaps(self, other):
        return (other.network_address in self or other.broadcast_address in self
                or self.network_address in other or self.broadcast_address in other)

    def _of(self, address, prefix):
        return self.__class__((address, prefix))

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + prefixlen_diff
        if prefix > self._bits:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        at, end, step = self.network_address._ip, self.broadcast_address._ip, 1 << self._bits - prefix
        while at <= end:
            yield self._of(at, prefix)
            at += step

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self._prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return self._of(self.network_address._ip & self.netmask._ip << prefixlen_diff, prefix)

    def address_exclude(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        left, right = self.subnets()
        while left != other and right != other:
            inside, outside = (left, right) if other.subnet_of(left) else (right, left)
            yield outside
            left, right = inside.subnets()
        yield right if left == other else left

    def compare_networks(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine, its = (self.network_address, self.netmask), (other.network_address, other.netmask)
        return -1 if mine < its else 1 if mine > its else 0

    def _inside(self, outer):
        if self._version != outer._version:
            raise TypeError(f"{self} and {outer} are not of the same version")
        try:
            return outer.network_address <= self.network_address and outer.broadcast_address >= self.broadcast_address
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {self} and {outer}")

    def subnet_of(self, other):
        return self._inside(other)

    def supernet_of(self, other):
        return other._inside(self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both("is_multicast"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_link_local = property(lambda self: self._both("is_link_local"))
    is_loopback = property(lambda self: self._both("is_loopback"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))
    is_private = property(lambda self: self._both("is_private"))
    is_global = property(lambda self: self._both("is_global"))

    def _pointer(self):
        return self.network_address.reverse_pointer


def _split(address, bits):
    """The address and the mask of a network as it is given."""
    if isinstance(address, (bytes, int)):
        return address, bits
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], bits)
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts if len(parts) == 2 else (parts[0], bits)


class IPv4Network(_V4, _Network):
    _address_class = IPv4Address


class IPv6Network(_V6, _Network):
    _address_class = IPv6Address
    is_site_local = property(lambda self: self._both("is_site_local"))


class _Interface:
    def __init__(self, address):
        host, mask = _split(address, self._bits)
        super().__init__(host)
        self.network = self._network_class((self._ip, mask), strict=False)
        self.netmask = self.network.netmask
        self.hostmask = self.network.hostmask
        self._prefixlen = self.network._prefixlen

    @property
    def ip(self):
        return self._plain(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self.ip}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.ip}/{self.hostmask}"

    def __str__(self):
        return self.with_prefixlen

    def __eq__(self, other):
        same = self._plain.__eq__(self, other)
        if same is NotImplemented or not same:
            return same
        return self.network == other.network if hasattr(other, "network") else False

    def __lt__(self, other):
        less = self._plain.__lt__(self, other)
        if less is NotImplemented:
            return less
        if not hasattr(other, "network"):
            return False
        return self.network < other.network or self.network == other.network and less

    def __hash__(self):
        return hash((self._ip, self._prefixlen, self.network.network_address._ip))


class IPv4Interface(_Interface, IPv4Address):
    _plain, _network_class = IPv4Address, IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _plain, _network_class = IPv6Address, IPv6Network


def _nets(kind, text):
    return [kind(n) for n in text.split()]


class _Known4:
    multicast = _nets(IPv4Network, "224.0.0.0/4")
    reserved = _nets(IPv4Network, "240.0.0.0/4")
    link_local = _nets(IPv4Network, "169.254.0.0/16")
    loopback = _nets(IPv4Network, "127.0.0.0/8")
    shared = _nets(IPv4Network, "100.64.0.0/10")
    private = _nets(IPv4Network, "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 "
                    "192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32")
    exceptions = _nets(IPv4Network, "192.0.0.9/32 192.0.0.10/32")


class _Known6:
    multicast = _nets(IPv6Network, "ff00::/8")
    reserved = _nets(IPv6Network, "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 "
                     "e000::/4 f000::/5 f800::/6 fe00::/9")
    link_local = _nets(IPv6Network, "fe80::/10")
    loopback = _nets(IPv6Network, "::1/128")
    shared = []
    private = _nets(IPv6Network, "::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 "
                    "fc00::/7 fe80::/10")
    exceptions = _nets(IPv6Network, "2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28")
