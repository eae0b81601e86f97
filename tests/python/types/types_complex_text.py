# complex: text, formats, arithmetic, parsing, errors.
for z in (1 + 2j, -1j, 1e20 - 0.5j, complex(0, -0.0), complex(-0.0, 0), 3 + 0j, complex("inf"), complex(1, float("nan"))):
    print(z, repr(z), f"{z:.2f}", f"{z:+.1e}", f"[{z:>14}]", f"[{z:*^20.3g}]", z.real, z.imag, z.conjugate())
print(abs(3 + 4j), (1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), (1 + 2j) ** 2, 2 ** (1 + 0j), -(1 + 2j), +1j, 1j * 1j, 1j == 1j, 1 + 0j == 1)
print(complex("1+2j"), complex("-j"), complex(" (3-4j) "), complex(2), complex(1, 2), complex("1e3"), complex(True), complex(1 + 1j, 2), bool(0j), hash(1 + 0j) == hash(1))
print(f"{12345.6 + 8901234.12j:,f}", f"{1j:g}", f"{1.5 + 2.5j:.0f}", sum([1j, 2]), sorted([3j, 1j], key=abs), (1 + 2j).__class__.__name__)
for job in (lambda: 1j < 2j, lambda: int(1j), lambda: 1j // 2, lambda: 1j % 2, lambda: complex("1 + 2j"), lambda: complex("a"), lambda: f"{1j:05}", lambda: f"{1j:=5}", lambda: f"{1j:d}", lambda: 1j / 0, lambda: round(1j), lambda: float(1j), lambda: complex([]), lambda: 0j ** -1):
    try:
        print(job())
    except Exception as e:
        print(type(e).__name__, e)
