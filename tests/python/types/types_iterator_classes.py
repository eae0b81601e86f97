print(type(iter(range(2**70))).__name__, [type(iter(x)).__name__ for x in (bytearray(), b"")])
